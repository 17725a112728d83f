import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (fragments: string) => manifest('').replace('  depot_vise', `  fragments: ${fragments}\n  depot_vise`);
const files = { 'exigences/a.preuves.yaml': 'version: 1\nexigences:\n' };

describe(rule.meta.id, () => {
  it('reports a pattern that finds nothing', async () => {
    await fires(rule, { main: of('[exigences/*.preuves.yaml, ⟦annexes/*.preuves.yaml⟧]'), files });
  });

  it('reports a pattern that leaves the dossier, as an error', async () => {
    const [found] = await fires(rule, { main: of('[⟦../autre/*.preuves.yaml⟧]'), files });
    assert.deepEqual([found?.severity, found?.message], ['error', 'refused']);
  });

  it('accepts patterns and plain paths that find a manifest', async () => {
    await silent(rule, {
      main: of('[exigences/*.preuves.yaml, exigences/a.preuves.yaml, "**/a.preuves.yaml"]'),
      files,
    });
  });
});
