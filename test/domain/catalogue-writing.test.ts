import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildCatalogue } from '../../server/core/catalogue/build-catalogue';
import type { Catalogue } from '../../server/core/catalogue/catalogue';
import type { CatalogueFile } from '../../server/core/catalogue/catalogue-file';
import { readCatalogue } from '../../server/core/catalogue/read-catalogue';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';

const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
/** Texts as spreadsheets give them: line ends, tabs, quotes, digits, YAML's own marks. */
const text = fc.oneof(
  word,
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc.constantFrom(
    '12.10',
    'true',
    'null',
    '~',
    '- a',
    'a: b',
    '# c',
    '*x',
    "l'« INS »",
    ' x ',
    'a\r\nb\n\n c\t',
    '2026-01-01',
    '|',
    '0123e4',
  ),
);
const ids = fc.uniqueArray(word, { maxLength: 4 });
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Entries of one mapping have different ids. */
const different = <T extends { readonly id: string }>(entry: fc.Arbitrary<T>, maxLength: number) =>
  fc.uniqueArray(entry, { maxLength, selector: ({ id }) => id });

const proof = fc.record({
  id: word,
  id_imprime: some(word),
  attendu: some(text),
  types: some(ids),
  cas: some(text),
  selon_cas: some(fc.constant(true)),
  condition: some(text),
  cas_de_test: some(ids),
  id_atypique: some(fc.constant(true)),
  id_derive: some(fc.constant(true)),
  etape: some(word),
});
const step = fc.oneof(text, fc.record({ id: some(word), texte: text, couvre: some(ids) }));
const scenario = fc.record({
  id: word,
  id_imprime: some(word),
  nom: some(text),
  texte: some(text),
  obligatoire: some(fc.boolean()),
  profils: some(ids),
  mode: some(fc.constantFrom('tous' as const, 'au_moins_un' as const)),
  couvre: some(ids),
  references: some(ids),
  etapes: some(fc.array(step, { maxLength: 3 })),
  preuves: some(different(proof, 3)),
});
const requirement = fc.record({
  id: word,
  id_imprime: some(word),
  id_socle: some(word),
  ids_vague1: some(ids),
  domaine: word,
  chapitre: word,
  section: some(text),
  bloc: some(text),
  fonction: some(text),
  profils: some(ids),
  nature: fc.constantFrom('EXIGENCE' as const, 'PRECONISATION' as const, 'INCONNUE' as const, 'SUPPRIMEE' as const),
  texte: some(text),
  commentaire: some(text),
  criticite: some(text),
  clause: some(fc.boolean()),
  etat_source: some(text),
  note: some(text),
  confiance: some(
    fc.constantFrom('vu' as const, 'tierce' as const, 'cite' as const, 'deduit' as const, 'importe' as const),
  ),
  source: some(text),
  ligne: some(fc.record({ feuille: text, ligne: fc.integer({ min: 1, max: 5000 }) })),
  scenarios: some(different(scenario, 2)),
});
const file = fc.record({
  version: fc.constant(1 as const),
  dispositif: word,
  nom: some(text),
  couloir: some(text),
  vague: some(fc.integer({ min: 1, max: 9 })),
  id_vu: some(fc.boolean()),
  version_rem: some(text),
  date: some(fc.constantFrom('2026-06-08', '2024-02-29')),
  etat: fc.constantFrom('complet' as const, 'partiel' as const, 'a_importer' as const),
  source: some(text),
  importe: some(fc.record({ fichier: text, feuilles: ids })),
  profils: some(ids),
  exigences: fc.uniqueArray(requirement, { maxLength: 4, selector: (entry) => entry.id }),
  scenarios: some(different(scenario, 2)),
});

describe('writing a catalogue', () => {
  it('is undone by reading', () => {
    fc.assert(
      fc.property(file, (content) => {
        const catalogue: Catalogue = buildCatalogue(content as CatalogueFile);
        const written = writeCatalogue(catalogue);
        const { catalogue: read, problems } = readCatalogue(written);
        assert.deepEqual(problems, []);
        assert.ok(read);
        assert.deepEqual(read, catalogue);
        assert.equal(writeCatalogue(read), written);
      }),
      { seed: 20261215, numRuns: 100 },
    );
  });

  it('reads well', () => {
    const catalogue = buildCatalogue({
      version: 1,
      dispositif: 'MDV-LGC-Va2',
      nom: 'LGC',
      etat: 'complet',
      version_rem: '12.10',
      exigences: [
        {
          id: 'A.01',
          domaine: 'ins',
          chapitre: 'Identité',
          nature: 'EXIGENCE',
          profils: ['Général'],
          texte: 'un\ndeux',
        },
        {
          id: 'A.02',
          domaine: 'ins',
          chapitre: 'Identité',
          nature: 'PRECONISATION',
          scenarios: [{ id: 'A.02.01', etapes: ['Ouvrir'], preuves: [{ id: 'A.02.01.01', types: ['video'] }] }],
        },
      ],
    });
    assert.equal(
      writeCatalogue(catalogue, ['Importé de x.xlsx\nle 2']),
      `# REM MDV-LGC-Va2, LGC
# Ségur Preuves, catalogue (*.rem.yaml), version 1 : schemas/catalogue.schema.json
# Importé de x.xlsx le 2

version: 1
dispositif: MDV-LGC-Va2
nom: LGC
version_rem: "12.10"
etat: complet
domaines:
  - id: ins
    nom: ins
chapitres:
  - nom: Identité
profils: [ Général ]
exigences:
  - id: A.01
    domaine: ins
    chapitre: Identité
    profils: [ Général ]
    nature: EXIGENCE
    texte: |-
      un
      deux
    empreinte: ${catalogue.requirements[0]?.fingerprint ?? ''}
    confiance: importe

  - id: A.02
    domaine: ins
    chapitre: Identité
    nature: PRECONISATION
    confiance: importe
    scenarios:
      - id: A.02.01
        etapes:
          - Ouvrir
        preuves:
          - id: A.02.01.01
            types: [ video ]
`,
    );
  });
});
