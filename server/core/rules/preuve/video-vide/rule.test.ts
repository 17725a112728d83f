import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { VideoFacts } from '../../../evidence/inspection';
import { rule } from './rule';

const plays = (video: VideoFacts) => ({ 'a.mp4': file({ inspection: { video } }) });
const picture = { kind: 'video' as const, codec: 'avc1' };
const sound = { kind: 'audio' as const };

describe(rule.meta.id, () => {
  it('reports what is too short or has no picture', async () => {
    const [short] = await fires(rule, {
      main: cites('⟦a.mp4⟧'),
      evidence: plays({ duration: 0.44, tracks: [picture] }),
    });
    assert.deepEqual([short?.message, short?.severity, short?.args['duration']], ['short', 'warning', 0.4]);
    const [blind] = await fires(rule, { main: cites('⟦a.mp4⟧'), evidence: plays({ duration: 80, tracks: [sound] }) });
    assert.equal(blind?.message, 'noPicture');
  });

  it('reports a film without any picture as an error', async () => {
    const inspection = { video: { frameless: true, tracks: [{ kind: 'video' }] } } as const;
    const [found] = await fires(rule, {
      main: cites('⟦a.webm⟧'),
      evidence: { 'a.webm': file({ inspection }) },
    });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['frameless', 'error', 'incomplete']);
  });

  it('accepts films, and what is not known of them', async () => {
    await silent(rule, { main: cites('a.mp4'), evidence: plays({ duration: 1, tracks: [picture, sound] }) });
    await silent(rule, { main: cites('a.mp4'), evidence: plays({ tracks: [] }) });
    await silent(rule, { main: cites('a.mp4'), evidence: { 'a.mp4': file() } });
    await silent(rule, { main: cites('a.mp4') });
  });

  it('leaves a damaged film to another rule', async () => {
    const inspection = { video: { duration: 0, tracks: [picture] }, damage: { code: 'truncated' } };
    await silent(rule, { main: cites('a.mp4'), evidence: { 'a.mp4': file({ inspection }) } });
  });
});
