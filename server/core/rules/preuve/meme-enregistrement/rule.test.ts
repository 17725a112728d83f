import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const cited = (first: string, second: string, more = '') =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01: { preuves: { INS/va1.56.01.01: [{ ${first} }] } }
${more}  PSC.01:
    scenarios:
      PSC.01.01: { preuves: { PSC.01.01.01: [{ ${second} }] } }
`);

describe(rule.meta.id, () => {
  it('informs of a capture or film cited in two chapters, once', async () => {
    for (const name of ['a.png', 'a.MP4']) {
      const [found] = await fires(rule, { main: cited(`fichier: ${name}`, `fichier: ⟦./${name}⟧`) });
      assert.deepEqual([found?.severity, found?.effect, found?.related?.length], ['info', undefined, 1]);
    }
  });

  it('accepts one chapter, a comment or title that says what to see, documents, forms and links', async () => {
    await silent(rule, { main: cited('fichier: a.png', 'fichier: b.png') });
    await silent(rule, { main: cited('fichier: a.png', 'fichier: a.png, commentaire: En haut à droite') });
    await silent(rule, { main: cited('fichier: a.png', 'fichier: a.png, titre: Connexion par PSC') });
    await silent(rule, { main: cited('fichier: a.pdf', 'fichier: a.pdf') });
    await silent(rule, { main: cited('lien: "https://a.fr/a.png"', 'lien: "https://a.fr/a.png"') });
    const papers = manifest(`exigences:
  INS/va1.56: { scenarios: { INS/va1.56.01: { preuves: { INS/va1.56.01.01: [{ fichier: a.png }] } } } }
  SSI/GEN.07: { scenarios: { SSI/GEN.07.01: { preuves: { SSI/GEN.07.01.01: [{ fichier: a.png }] } } } }
`);
    await silent(rule, { main: papers });
    const one = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01: { preuves: { INS/va1.56.01.01: [{ fichier: a.mp4 }] } }
      INS/va1.56.02: { preuves: { INS/va1.56.02.01: [{ fichier: a.mp4 }] } }
`);
    await silent(rule, { main: one });
  });
});
