import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const says = (comment: string) => evidenceOf('INS/va1.56.01.01', `{ fichier: a.png, commentaire: ${comment} }`);

describe(rule.meta.id, () => {
  it('reports what is for the team', async () => {
    for (const text of [
      'TODO refaire',
      '[À FAIRE] refaire',
      'a faire - refaire',
      'Note interne : vue par Claire',
      'Interne - vue par Claire',
      'ne pas transmettre tel quel',
      '(FIXME)',
    ]) {
      const [found] = await fires(rule, { main: says(`⟦"${text}"⟧`) });
      assert.deepEqual([found?.message, found?.severity], ['note', 'warning'], text);
    }
  });

  it('looks at requirements and scenarios', async () => {
    await fires(rule, {
      main: manifest(`exigences:
  INS/va1.56:
    commentaire: ⟦TODO⟧
    scenarios:
      INS/va1.56.01: { commentaire: ⟦À faire⟧ }
`),
    });
  });

  it('reports a text that leaves and is a note of the same entry, copied or by its alias', async () => {
    for (const [note, comment] of [
      ['&s Vue par Claire', '⟦*s⟧'],
      ['Vue par Claire', '⟦"Vue par Claire"⟧'],
    ] as const) {
      const [found] = await fires(rule, {
        main: evidenceOf('INS/va1.56.01.01', `{ fichier: a.png, note_interne: ${note}, commentaire: ${comment} }`),
      });
      assert.equal(found?.message, 'repeats');
    }
    await fires(rule, {
      main: manifest(`exigences:
  INS/va1.56:
    note_interne: &n Refaire avant le 12
    scenarios:
      INS/va1.56.01:
        commentaire: ⟦*n⟧
        preuves:
          INS/va1.56.01.01: [ { fichier: a.png, titre: ⟦*n⟧ } ]
  SSI/GEN.06:
    note_interne: Pas chez nous
    non_applicable: { justification: ⟦Pas chez nous⟧ }
scenarios:
  SCN_DB/CO.01: { note_interne: &m Refaire, commentaire: ⟦*m⟧ }
`),
    });
    await silent(rule, {
      main: evidenceOf('INS/va1.56.01.01', '{ fichier: a.png, note_interne: "", commentaire: "" }'),
    });
  });

  it('accepts comments for the examiner', async () => {
    for (const text of [
      'Interne de garde connecté par carte CPS',
      "L'écran interne du logiciel",
      'Todorov JEAN, patient de test',
      'À droite : INS qualifiée',
      'Le bouton « à faire » est à droite',
    ]) {
      await silent(rule, { main: says(`"${text}"`) });
    }
    await silent(rule, { main: evidenceOf('INS/va1.56.01.01', '{ fichier: a.png, note_interne: TODO refaire }') });
  });
});
