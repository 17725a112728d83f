import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites, notApplicable } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

describe(rule.meta.id, () => {
  it('reports the path of a file that is not there', async () => {
    await fires(rule, { main: cites('⟦preuves/absent.png⟧'), evidence: { 'preuves/absent.png': { state: 'absent' } } });
  });

  it('reports a file that the system refuses to open', async () => {
    const evidence = { 'a.png': { state: 'unreadable', reason: 'EACCES' } } as const;
    await fires(rule, { main: cites('⟦./a.png⟧'), evidence });
  });

  it('reports a pipe, a socket or a device', async () => {
    const [found] = await fires(rule, { main: cites('⟦a.png⟧'), evidence: { 'a.png': { state: 'special' } } });
    assert.deepEqual([found?.message, found?.effect], ['special', 'incomplete']);
  });

  it('reports the statements that say why something does not apply', async () => {
    const evidence = { 'a.pdf': { state: 'absent' }, 'b.pdf': { state: 'absent' } } as const;
    const found = await fires(rule, { main: notApplicable('⟦a.pdf⟧', '⟦b.pdf⟧'), evidence });
    assert.deepEqual(
      found.map(({ target }) => target),
      [
        { requirement: 'SSI/GEN.06', path: 'a.pdf' },
        { requirement: 'INS/va1.56', scenario: 'INS/va1.56.01', path: 'b.pdf' },
      ],
    );
  });

  it('names the command that fetches a content kept elsewhere', async () => {
    const dvc = { kind: 'dvc', fetch: 'dvc pull a.mp4.dvc' } as const;
    const [absent] = await fires(rule, {
      main: cites('⟦a.mp4⟧'),
      evidence: { 'a.mp4': { state: 'absent', pointer: dvc } },
    });
    assert.deepEqual([absent?.message, absent?.args.fetch], ['notFetched', dvc.fetch]);
    const lfs = { kind: 'git-lfs', fetch: 'git lfs pull' } as const;
    const [pointer] = await fires(rule, { main: cites('⟦a.mp4⟧'), evidence: { 'a.mp4': file({ pointer: lfs }) } });
    assert.deepEqual([pointer?.message, pointer?.severity, pointer?.effect], ['pointerOnly', 'warning', 'incomplete']);
  });

  it('says nothing of a file that is there, nor of one not looked at yet', async () => {
    await silent(rule, { main: cites('a.png'), evidence: { 'a.png': file() } });
    await silent(rule, { main: cites('a.png') });
  });
});
