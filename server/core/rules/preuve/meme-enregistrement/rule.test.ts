import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
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

  const ids = ['01', '02', '03', '04', '05'].map((number) => `INS/va1.90.${number}`);
  const scenarios = ids.map((id) => scenario(id, [proof(`${id}.01`, ['capture_ecran', 'video'])]));
  const catalogue = { ...smallCatalogue, requirements: [requirement('INS/va1.90', scenarios)] };
  const five = (name: string, more = '') =>
    manifest(`exigences:
  INS/va1.90:
    scenarios:
${ids.map((id, at) => `      ${id}: { preuves: { ${id}.01: [{ fichier: ${at === 1 ? name : name.replace(/[⟦⟧]/g, '')}${more} }] } }\n`).join('')}`);

  it('warns of a screenshot cited for five scenarios of one chapter without a word, and informs of a film', async () => {
    for (const [name, severity] of [
      ['⟦a.png⟧', 'warning'],
      ['⟦a.mp4⟧', 'info'],
    ] as const) {
      const [found] = await fires(rule, { main: five(name), catalogue });
      assert.deepEqual([found?.message, found?.severity, found?.args['scenarios']], ['many', severity, 5]);
    }
    await silent(rule, { main: five('a.png', ', commentaire: En haut à droite'), catalogue });
    await silent(rule, { main: five('a.pdf'), catalogue });
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
