import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { eligibilitySheet, emptyFields, sheetCsv, sheetHtml, sheetJson, sheetText } from './eligibility-sheet';
import type { EligibilityForm } from './known-fields';
import { readForm } from './read-form';

/** The sheet of a manifest whose catalogue is not known. */
async function sheetOf(main: string, form?: EligibilityForm) {
  const { analysis } = await analyse([], { main, catalogue: null });
  return eligibilitySheet(analysis.dossier, form);
}

const waveOne = `version: 1
dossier: { dispositif: MDV-LGC-Va1, profils: [BAL PER-ORG, non, à compléter] }
editeur:
  denomination: &nom Éditeur Exemple
  siret: ~
  nie: &liste [NIE-1, NIE-2]
logiciel:
  nom: *nom
  nil: *liste
administratif:
  responsable_legal: null
  distributeurs: [*nom, Deux]
`;

const own = readForm(`source: DSR
champs:
  - { libelle: Nom, cle: logiciel.nom }
  - { libelle: NIE, cle: editeur.nie, indication: demandé au CNDA }
  - { libelle: NIL, cle: logiciel.nil, obligatoire: non, indication: s’il y en a un }
  - { libelle: Effectif, obligatoire: non }
  - { libelle: Pays, texte: "" , obligatoire: non }
`).form;

describe('the sheet of the eligibility form', () => {
  it('takes the wave from the id of the dispositif where no catalogue is known', async () => {
    const sheet = await sheetOf(waveOne);
    assert.deepEqual(
      sheet.rows.map(({ field, value }) => [field.key, value]).filter(([, value]) => value !== ''),
      [
        ['editeur.denomination', 'Éditeur Exemple'],
        ['editeur.nie', 'NIE-1\nNIE-2'],
        ['logiciel.nom', 'Éditeur Exemple'],
        ['logiciel.nil', 'NIE-1\nNIE-2'],
        ['dossier.profils', 'BAL PER-ORG\nnon'],
        ['administratif.distributeurs', 'Éditeur Exemple\nDeux'],
      ],
    );
    const empty = emptyFields(sheet).map(({ key }) => key);
    assert.ok(empty.includes('editeur.siret') && empty.includes('administratif.responsable_legal.nom'));
    assert.ok(!empty.includes('administratif.mandats'), 'it is optional');
  });

  it('says that nothing is known where the wave is not', async () => {
    for (const head of ['dossier: { dispositif: MDV-AUTRE }\n', '']) {
      const sheet = await sheetOf(`version: 1\n${head}exigences: {}\n`);
      assert.equal(
        sheetText(sheet, 'fr'),
        `Formulaire d’éligibilité${head === '' ? '' : ' : MDV-AUTRE'}

Source : la vague du dispositif n’est pas connue : la liste des champs non plus.
Cette liste n’est pas complète : relevez les champs dans votre DSR et donnez-en la liste (un fichier YAML ; --champs sur la ligne de commande).
`,
      );
      assert.equal(
        sheetText(sheet, 'en').split('\n')[0],
        head === '' ? 'Eligibility form' : 'Eligibility form: MDV-AUTRE',
      );
      assert.doesNotMatch(sheetHtml(sheet, 'en'), /<table/);
    }
  });

  it('takes what the catalogue says of the wave before the id', async () => {
    const { analysis } = await analyse([], { main: manifest('exigences: {}\n') });
    const { form } = eligibilitySheet(analysis.dossier);
    assert.deepEqual([form.isWhole, form.fields[0]?.key], [false, 'editeur.nie']);
  });

  it('says the same in text, CSV, JSON and HTML, in both languages', async () => {
    const sheet = await sheetOf(manifest('exigences: {}\n').replace('  siret:', '  nie: à compléter\n  siret:'), own);
    assert.equal(
      sheetText(sheet, 'fr'),
      `Formulaire d’éligibilité : MDV-LGC-Va2
Nom : MonCabinet
NIE : (vide) – demandé au CNDA
NIL : (vide, facultatif) – s’il y en a un
Effectif : (à remplir à la main)
Pays : (vide, facultatif)

Source : DSR.
1 champ obligatoire est vide : NIE.
`,
    );
    assert.equal(
      sheetText(sheet, 'en'),
      `Eligibility form: MDV-LGC-Va2
Nom: MonCabinet
NIE: (empty) – demandé au CNDA
NIL: (empty, optional) – s’il y en a un
Effectif: (to be filled in by hand)
Pays: (empty, optional)

Source: DSR.
1 required field is empty: NIE.
`,
    );
    assert.deepEqual(sheetCsv(sheet, 'fr').split('\r\n').slice(0, 3), [
      '\ufeffChamp;Valeur;Clé du manifeste;Indication',
      'Nom;MonCabinet;logiciel.nom;',
      'NIE;;editeur.nie;demandé au CNDA',
    ]);
    assert.equal(sheetCsv(sheet, 'en').split('\r\n')[0], '\ufeffField,Value,Key of the manifest,Hint');
    const json: unknown = JSON.parse(sheetJson(sheet, 'en'));
    const field = (libelle: string, cle: string | null, valeur: string | null, more: object) => ({
      libelle,
      cle,
      valeur,
      obligatoire: false,
      indication: null,
      ...more,
    });
    assert.deepEqual(json, {
      version: 1,
      dispositif: 'MDV-LGC-Va2',
      source: 'DSR',
      liste_complete: true,
      champs: [
        field('Nom', 'logiciel.nom', 'MonCabinet', { obligatoire: true }),
        field('NIE', 'editeur.nie', null, { obligatoire: true, indication: 'demandé au CNDA' }),
        field('NIL', 'logiciel.nil', null, { indication: 's’il y en a un' }),
        field('Effectif', null, null, {}),
        field('Pays', null, null, {}),
      ],
      vides: ['NIE'],
    });
    const page = sheetHtml(sheet, 'fr');
    assert.ok(page.includes('<p>Source : DSR.</p>'), page);
    assert.ok(page.includes('<tr><th scope="row">NIE</th><td>(vide)</td><td>demandé au CNDA</td></tr>'), page);
  });

  it('knows no dispositif where the manifest names none, and takes a text that cannot be read for empty', async () => {
    const sheet = await sheetOf('', own);
    assert.equal((JSON.parse(sheetJson(sheet, 'fr')) as { dispositif: unknown }).dispositif, null);
    assert.deepEqual(
      emptyFields(sheet).map(({ label }) => label.fr),
      ['Nom', 'NIE'],
    );
  });
});
