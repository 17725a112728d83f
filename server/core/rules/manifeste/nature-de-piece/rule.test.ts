import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const item = (body: string) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - ${body}
`);

describe(rule.meta.id, () => {
  it('reports evidence that cites nothing', async () => {
    const [found] = await fires(rule, { main: item('⟦titre⟧: Capture à venir') });
    assert.equal(found?.message, 'none');
  });

  it('reports evidence that cites two things', async () => {
    const [found] = await fires(rule, { main: item('⟦fichier⟧: a.png\n              lien: https://a.fr/b') });
    assert.equal(found?.args['keys'], 'fichier, lien');
  });

  it('leaves a mistyped key to manifeste/cle-inconnue', async () => {
    await silent(rule, { main: item('fichiers: a.png') });
    await silent(rule, { main: item('titre: Capture\n              fichiers: a.png') });
  });

  it('accepts one of each', async () => {
    await silent(rule, { main: item('fichier: a.png') });
    await silent(rule, { main: item('execution: 4127') });
  });
});
