import { analyse, fires, fixed, manifest, mainUri, silent } from '../../../../../test/kit/dossier-kit';
import assert from 'node:assert/strict';
import { safeEdits } from '../../../engine/safe-edits';
import { rule } from './rule';

describe(rule.meta.id, () => {
  it('reports a key that is absent or empty', async () => {
    await fires(rule, { main: manifest('commandes:\n  - ⟦client⟧: Cabinet\n') });
    await fires(rule, { main: manifest('commandes:\n  - client: Cabinet\n    ⟦signee_le⟧:\n') });
  });

  it('stands on the key of what lacks it, where that has one', async () => {
    await fires(rule, { main: manifest('commandes:\n  - { ⟦client⟧: Cabinet }\n') });
    const review = (text: string) =>
      manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01: { preuves: { INS/va1.56.01.01: [{ fichier: a.png, ${text} }] } }
`);
    await fires(rule, { main: review('⟦revue⟧: { par: A. Martin, le: 2026-11-03 }') });
  });

  it('writes the version of the format', async () => {
    const without = manifest('').replace('version: 1\n', '');
    await fires(rule, { main: without.replace('dossier', '⟦dossier⟧') });
    assert.equal((await fixed(rule, { main: without }))[mainUri], manifest(''));
  });

  it('writes no version that would hide the keys below it', async () => {
    const indented = manifest('').replace('version: 1\n', '').replace(/^/gm, '    ').trimEnd() + '\n';
    const twice = '# a\n    exigences:\n# b\t\n    exigences:\n      X.01:\n        scenarios:\n      X.01.01:\n     ';
    for (const main of [indented, twice, '{ dossier: { dispositif: MDV-LGC-Va2, profils: [] } }\n']) {
      const { analysis } = await analyse([rule], { main });
      assert.ok(analysis.findings.some((one) => one.rule === rule.meta.id && one.data?.['key'] === 'version'));
      assert.deepEqual([...safeEdits(analysis, [rule]).values()], []);
    }
  });

  it('leaves a mistyped key to manifeste/cle-inconnue', async () => {
    await silent(rule, { main: manifest('').replace('version: 1', 'verson: 1') });
    await silent(rule, { main: manifest('commandes:\n  - { cliant: Cabinet, signee_le: 2026-01-01 }\n') });
  });

  it('leaves the justification to the rule that knows why', async () => {
    await silent(rule, { main: manifest('exigences:\n  INS/va1.56:\n    non_applicable: {}\n') });
  });
});
