import { fires, fixed, manifest, mainUri, silent } from '../../../../../test/kit/dossier-kit';
import assert from 'node:assert/strict';
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

  it('leaves a mistyped key to manifeste/cle-inconnue', async () => {
    await silent(rule, { main: manifest('').replace('version: 1', 'verson: 1') });
    await silent(rule, { main: manifest('commandes:\n  - { cliant: Cabinet, signee_le: 2026-01-01 }\n') });
  });

  it('leaves the justification to the rule that knows why', async () => {
    await silent(rule, { main: manifest('exigences:\n  INS/va1.56:\n    non_applicable: {}\n') });
  });
});
