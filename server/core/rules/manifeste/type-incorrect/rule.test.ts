import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

describe(rule.meta.id, () => {
  it('reports a value, keys or a list that stand for one another', async () => {
    const main = manifest(`exigences:
  INS/va1.30: ⟦oui⟧
  INS/va1.56:
    commentaire: ⟦[a, b]⟧
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01: ⟦capture.png⟧
          INS/va1.56.01.02: [⟦~⟧, { fichier: a.png }]
`);
    const found = await fires(rule, { main });
    assert.deepEqual(
      found.map((finding) => finding.message),
      ['keys', 'scalar', 'list', 'emptyItem'],
    );
  });

  it('reports a section that is no list, and a file that is no mapping', async () => {
    await fires(rule, { main: manifest('agrements: ⟦DMP⟧\n') });
    await fires(rule, { main: '⟦- version: 1\n⟧' });
  });

  it('leaves what does not apply to the rule that knows what belongs there', async () => {
    await silent(rule, { main: manifest('exigences:\n  SSI/GEN.06: { non_applicable: oui }\n') });
  });

  it('says nothing of stubs and of good forms', async () => {
    await silent(rule, {
      main: manifest('exigences:\n  INS/va1.56:\n    scenarios:\n  INS/va1.30: {}\nagrements: []\n'),
    });
  });
});
