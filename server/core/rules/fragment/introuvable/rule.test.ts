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

  it('reports a pattern that is not followed as such, as an error, and not as one that finds nothing', async () => {
    const endless = `exigences/${'*'.repeat(300)}a.preuves.yaml`;
    const [found] = await fires(rule, { main: of(`[⟦${endless}⟧, exigences/*.preuves.yaml]`), files });
    assert.deepEqual([found?.severity, found?.message], ['error', 'notFollowed']);
    assert.ok(String(found?.args.pattern).length < 200);
  });

  it('follows patterns with groups', async () => {
    for (const pattern of [
      '"exigences/!(brouillon)*.preuves.yaml"',
      '"exigences/+([a-z]).preuves.yaml"',
      '"*/?(a|b).preuves.yaml"',
    ])
      await silent(rule, { main: of(`[${pattern}]`), files });
  });

  it('accepts patterns and plain paths that find a manifest', async () => {
    await silent(rule, {
      main: of('[exigences/*.preuves.yaml, exigences/a.preuves.yaml, "**/a.preuves.yaml"]'),
      files,
    });
  });
});
