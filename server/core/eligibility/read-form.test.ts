import assert from 'node:assert/strict';
import { say } from '../messages/say';
import { knownForm } from './known-fields';
import { isManifestKey, readForm } from './read-form';

const faults = (text: string) =>
  readForm(text).problems.map(({ sentence, args }) => [say(sentence, 'fr', args), say(sentence, 'en', args)]);

describe('a list of fields', () => {
  it('is read with what it says of each field, in the words of the user for both languages', () => {
    const { form, problems } = readForm(`version: 1
source: DSR, page 12
champs:
  - { libelle: SIRET, cle: editeur.siret, obligatoire: oui, indication: quatorze chiffres }
  - { libelle: Pays, texte: France, obligatoire: non }
  - libelle: Effectif
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(form, {
      isWhole: true,
      source: { fr: 'DSR, page 12', en: 'DSR, page 12' },
      fields: [
        {
          label: { fr: 'SIRET', en: 'SIRET' },
          key: 'editeur.siret',
          required: true,
          hint: { fr: 'quatorze chiffres', en: 'quatorze chiffres' },
        },
        { label: { fr: 'Pays', en: 'Pays' }, text: 'France', required: false },
        { label: { fr: 'Effectif', en: 'Effectif' }, required: true },
      ],
    });
    assert.deepEqual(readForm('champs:\n  - libelle: Effectif\n').form.source, { fr: '', en: '' });
  });

  const wrong: readonly (readonly [text: string, fr: string, en: string])[] = [
    [
      '- libelle: SIRET\n',
      'ligne 1 : ce fichier ne se lit pas comme une liste de champs ; attendu : version, source, champs',
      'line 1: this file does not read as a list of fields; expected: version, source, champs',
    ],
    [
      'version: 1\nsource: DSR\n',
      'ligne 1 : ce fichier ne se lit pas comme une liste de champs ; attendu : version, source, champs',
      'line 1: this file does not read as a list of fields; expected: version, source, champs',
    ],
    [
      'version: 1\nsource: A\nsource: B\nchamps: [{ libelle: A }]\n',
      'ligne 3 : « source » est écrit deux fois ; gardez une seule de ces lignes',
      'line 3: “source” is written twice; keep one of these lines',
    ],
    [
      'champs:\n  - libelle: A\n    libelle: B\n',
      'ligne 3 : « libelle » est écrit deux fois ; gardez une seule de ces lignes',
      'line 3: “libelle” is written twice; keep one of these lines',
    ],
    [
      'champs: [{ libelle: A }]\n---\nchamps: [{ libelle: B }]\n',
      'ligne 2 : un second document commence ici, qui ne serait pas lu ; retirez la ligne « --- »',
      'line 2: a second document begins here, which would not be read; remove the line “---”',
    ],
    [
      'version: 1\nchamps:\n  - { libelle: "SIRET }\n',
      'ligne 3 : ce fichier ne se lit pas comme une liste de champs ; attendu : version, source, champs',
      'line 3: this file does not read as a list of fields; expected: version, source, champs',
    ],
    [
      'version: 2\nchamps:\n  - libelle: A\n',
      'ligne 1 : « version » vaut 1, la seule version de ce format',
      'line 1: “version” is 1, the only version of this format',
    ],
    [
      'source: [DSR]\nchamps:\n  - libelle: A\n',
      'ligne 1 : « source » attend un texte',
      'line 1: “source” expects a text',
    ],
    [
      'version: 1\nchamps: { libelle: A }\n',
      'ligne 2 : « champs » attend une liste de champs',
      'line 2: “champs” expects a list of fields',
    ],
    [
      'champs:\n  - libelle: A\nchamp: []\n',
      'ligne 3 : « champ » n’est pas attendu ici ; attendu : version, source, champs',
      'line 3: “champ” is not expected here; expected: version, source, champs',
    ],
    [
      'champs:\n  - libelle: A\n  - SIRET\n',
      'ligne 3 : chaque champ a un libellé, et l’une au plus des clés « cle » et « texte »',
      'line 3: each field has a label, and at most one of the keys “cle” and “texte”',
    ],
    [
      'champs:\n  - libelle: A\n  -\n',
      'ligne 3 : chaque champ a un libellé, et l’une au plus des clés « cle » et « texte »',
      'line 3: each field has a label, and at most one of the keys “cle” and “texte”',
    ],
    [
      'champs:\n  - { libelle: Pays, cle: editeur.siret, texte: France }\n',
      'ligne 2 : chaque champ a un libellé, et l’une au plus des clés « cle » et « texte »',
      'line 2: each field has a label, and at most one of the keys “cle” and “texte”',
    ],
    [
      'champs:\n  - { libelle: Pays, clef: editeur.siret }\n',
      'ligne 2 : « clef » n’est pas attendu ici ; attendu : libelle, cle, texte, obligatoire, indication',
      'line 2: “clef” is not expected here; expected: libelle, cle, texte, obligatoire, indication',
    ],
    [
      'champs:\n  - libelle: Nom\n  - { libelle: SIRET, cle: editeur.sirte }\n',
      'ligne 3 : « editeur.sirte » n’est pas une clé du manifeste (comme editeur.siret)',
      'line 3: “editeur.sirte” is no key of the manifest (such as editeur.siret)',
    ],
    [
      'champs:\n  - { libelle: Pays, obligatoire: peut-être }\n',
      'ligne 2 : « obligatoire » vaut oui ou non',
      'line 2: “obligatoire” is oui or non',
    ],
  ];
  for (const [text, fr, en] of wrong)
    it(`says what is wrong with ${JSON.stringify(text)}`, () => {
      assert.deepEqual(faults(text), [[fr, en]]);
    });

  it('says of a text that nests without end where it does', () => {
    const [[fr] = []] = faults(`version: 1\nchamps: ${'['.repeat(5000)}\n`);
    assert.equal(
      fr,
      'ligne 2 : ce fichier ne se lit pas comme une liste de champs ; attendu : version, source, champs',
    );
  });
});

describe('keys of a manifest', () => {
  it('are those that hold a text or texts', () => {
    const told = ['editeur.siret', 'dossier.profils', 'editeur', 'exigences', 'editeur.siret.x', 'toString', 'a.b', ''];
    assert.deepEqual(told.filter(isManifestKey), ['editeur.siret', 'dossier.profils']);
  });

  it('are all that the known forms name', () => {
    const keys = [1, 2].flatMap((wave) => knownForm(wave).fields.map(({ key }) => key ?? ''));
    assert.deepEqual(
      keys.filter((key) => !isManifestKey(key)),
      [],
    );
  });
});
