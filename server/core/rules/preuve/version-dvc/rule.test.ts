import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites, notApplicable } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

describe(rule.meta.id, () => {
  const here = 'a304afb96060aad90176268345e10355';
  const tracked = (md5: string) => ({
    stub: 'a.mp4.dvc',
    md5,
    add: 'dvc add a.mp4',
    fetch: 'dvc pull a.mp4.dvc',
  });
  const other = { 'a.mp4': file({ md5: here, tracked: tracked(here.replace('a', 'b')) }) };

  it('reports a file of which DVC tracks another version, with the commands for either', async () => {
    const [found] = await fires(rule, { main: cites('⟦./a.mp4⟧'), evidence: other });
    assert.deepEqual(found?.args, {
      path: './a.mp4',
      stub: 'a.mp4.dvc',
      add: 'dvc add a.mp4',
      fetch: 'dvc pull a.mp4.dvc',
    });
    assert.equal(found.effect, undefined);
    await fires(rule, { main: notApplicable('⟦a.mp4⟧', '⟦a.mp4⟧'), evidence: other });
  });

  it('says nothing of the tracked version, nor where one of the digests is not known', async () => {
    for (const facts of [{ md5: here, tracked: tracked(here) }, { md5: here }, { tracked: tracked(here) }, {}]) {
      await silent(rule, { main: cites('a.mp4'), evidence: { 'a.mp4': file(facts) } });
    }
    await silent(rule, { main: cites('a.mp4'), evidence: { 'a.mp4': { state: 'absent' } } });
    await silent(rule, { main: cites('a.mp4') });
  });
});
