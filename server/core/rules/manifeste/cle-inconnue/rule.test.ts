import assert from 'node:assert/strict';
import { fires, fixed, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const cites = (key: string) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - ${key}: a.png
`);

describe(rule.meta.id, () => {
  it('reports a mistyped key and puts it right', async () => {
    const [found] = await fires(rule, { main: cites('⟦fichiers⟧') });
    assert.equal(found?.message, 'unknownClose');
    assert.equal(
      (await fixed(rule, { main: cites('fichiers') }))['file:///dossier/main.preuves.yaml'],
      cites('fichier'),
    );
  });

  it('reports a key that is near none, and a key at top level', async () => {
    const [found] = await fires(rule, { main: cites('⟦zzz⟧') });
    assert.equal(found?.message, 'unknown');
    await fires(rule, { main: manifest('⟦exigence⟧: {}\n') });
  });

  it('proposes no key that is already there', async () => {
    const main = cites('fichier').replace('fichier: a.png', 'fichier: a.png\n              ⟦fichie⟧: b.png');
    const [found] = await fires(rule, { main });
    assert.notEqual(found?.args['closest'], 'fichier');
  });

  it('says nothing of known keys, nor of what a slip of syntax makes of the text', async () => {
    await silent(rule, { main: cites('fichier') });
    await silent(rule, { main: manifest('exigences:\n  A:\n    scen\n    commentaire: x\n') });
  });
});
