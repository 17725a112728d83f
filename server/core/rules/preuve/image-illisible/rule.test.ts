import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { ImageFacts } from '../../../evidence/inspection';
import { rule } from './rule';

const shows = (image: ImageFacts) => ({ 'a.png': file({ inspection: { image } }) });

describe(rule.meta.id, () => {
  it('reports what is too small or of one colour', async () => {
    const [small] = await fires(rule, { main: cites('⟦a.png⟧'), evidence: shows({ width: 199, height: 149 }) });
    assert.deepEqual([small?.message, small?.severity, small?.effect], ['small', 'warning', 'review']);
    const [blank] = await fires(rule, {
      main: cites('⟦a.png⟧'),
      evidence: shows({ width: 1920, height: 1080, blank: true }),
    });
    assert.equal(blank?.message, 'blank');
  });

  it('accepts screens, narrow crops and what is not known', async () => {
    for (const image of [
      { width: 1920, height: 1080, blank: false },
      { width: 640, height: 40 },
      { width: 150, height: 150 },
      { width: 200, height: 100 },
    ]) {
      await silent(rule, { main: cites('a.png'), evidence: shows(image) });
    }
    await silent(rule, { main: cites('a.png'), evidence: { 'a.png': file() } });
    await silent(rule, { main: cites('a.png') });
  });

  it('reports a drawing without anything drawn', async () => {
    const svg = (isBlank?: true) => ({ 'a.svg': file({ inspection: { xml: isBlank ? { isBlank } : {} } }) });
    const [found] = await fires(rule, { main: cites('⟦a.svg⟧'), evidence: svg(true) });
    assert.deepEqual([found?.message, found?.effect], ['nothing', 'review']);
    await silent(rule, { main: cites('a.svg'), evidence: svg() });
  });

  it('leaves a damaged picture to another rule', async () => {
    const inspection = { image: { width: 10, height: 10 }, damage: { code: 'truncated' } };
    await silent(rule, { main: cites('a.png'), evidence: { 'a.png': file({ inspection }) } });
  });
});
