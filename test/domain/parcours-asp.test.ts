import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import { readAspMapping } from '../../server/core/parcours/asp/asp-mapping';
import { fillAspModel, type Json } from '../../server/core/parcours/asp/fill-asp-model';
import { financingRequest } from '../../server/core/parcours/asp/financing-request';

const parsed = parseManifest(`version: 1
dossier: { dispositif: MS1-DUI-PA-PH-DOM-Va1 }
editeur: { denomination: Éditeur Exemple, siret: "73282932000074" }
logiciel: { version: 12.10 }
financement: { numero_referencement: REF-1 }
commandes:
  - client: EHPAD A
    reference: C1
    signee_le: 2024-01-10
    tva: HT
    sites: ["750712184"]
    avance: { montant_ht: "1 200,5", pieces: { bon_de_commande: bdc/a.pdf } }
    solde: { montant_ht: 1200.50, finess: ["750712184"], deploiement_mss: Cas 1, pieces: { facture: f/a.pdf, va: [va/a.pdf] } }
  - { client: EHPAD B, signee_le: 2024-01-11, avance: { montant_ht: 10 } }
  - { client: EHPAD C, signee_le: 2024-01-12, annulee_le: 2024-01-13, avance: {} }
`);

/** A model made up for this test: the keys of ASP's own are not public. */
const model: Json = {
  entete: { numero: '', siret: null, millesime: 0, valide: false },
  lignes: [{ nom: '', montant: 0, sites: [] }],
  libre: '',
};
const mappingText = `version: 1
champs: { numeroReferencement: /entete/numero, siretFournisseur: /entete/siret }
commandes: { liste: /lignes, champs: { client: /nom, montantHt: /montant, sitesGeographiques: /sites } }
constantes: { /entete/millesime: "2024", /entete/valide: oui }
`;

describe('financing requests', () => {
  it('gather what the manifest says, in the published neutral model', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: true });
    addFormats(ajv, ['date']);
    const schema = JSON.parse(readFileSync(join('schemas', 'demande-financement.schema.json'), 'utf8')) as {
      title: string;
    };
    assert.match(schema.title, /PAS le modèle de l'ASP/);
    const validate = ajv.compile(schema);
    for (const kind of ['avance', 'solde'] as const) {
      const request = financingRequest(parsed, kind);
      assert.ok(validate(request), ajv.errorsText(validate.errors));
    }
    const balance = financingRequest(parsed, 'solde');
    assert.equal(balance.versionReferencee, '12.10');
    assert.deepEqual(balance.commandes, [
      {
        reference: 'C1',
        client: 'EHPAD A',
        sitesGeographiques: ['750712184'],
        signeeLe: '2024-01-10',
        tvaApplicable: 'HT',
        montantHt: '1200.50',
        finessInsi: '750712184',
        deploiementMss: 'Cas 1',
        pieces: [
          { genre: 'facture', chemin: 'f/a.pdf' },
          { genre: 'va', chemin: 'va/a.pdf' },
        ],
      },
    ]);
  });

  it('leave out cancelled orders, and take those that are named', () => {
    const clients = (references: string[]) =>
      financingRequest(parsed, 'avance', references).commandes.map(({ client }) => client);
    assert.deepEqual(clients([]), ['EHPAD A', 'EHPAD B']);
    assert.deepEqual(clients(['C1']), ['EHPAD A']);
    assert.deepEqual(clients(['EHPAD B']), ['EHPAD B']);
  });
});

describe('ASP’s blank model', () => {
  const { mapping, problems } = readAspMapping(mappingText);

  it('is filled where the mapping says, with its own types, and nothing else changes', () => {
    assert.deepEqual(problems, []);
    const before = JSON.stringify(model);
    const result = fillAspModel(model, mapping, financingRequest(parsed, 'avance'));
    assert.deepEqual(result.problems, []);
    assert.deepEqual(result.filled, {
      entete: { numero: 'REF-1', siret: '73282932000074', millesime: 2024, valide: true },
      lignes: [
        { nom: 'EHPAD A', montant: 1200.5, sites: ['750712184'] },
        { nom: 'EHPAD B', montant: 10, sites: [] },
      ],
      libre: '',
    });
    assert.equal(JSON.stringify(model), before);
    assert.deepEqual(result.unmapped, [
      'genre',
      'dispositif',
      'denominationFournisseur',
      'versionReferencee',
      'commandes.reference',
      'commandes.signeeLe',
      'commandes.tvaApplicable',
    ]);
    assert.deepEqual(result.untouched, ['/lignes/1/sites', '/libre']);
  });

  it('is not filled with what does not fit, nor where it has no key', () => {
    const problemsOf = (text: string, on: Json = model) =>
      fillAspModel(on, readAspMapping(text).mapping, financingRequest(parsed, 'avance')).problems.map(({ en }) => en);
    assert.match(problemsOf('champs: { numeroReferencement: /entete/millesime }')[0] ?? '', /“REF-1” is not a number/);
    assert.match(problemsOf('champs: { numeroReferencement: /entete/inconnu }')[0] ?? '', /no key \/entete\/inconnu/);
    assert.match(problemsOf('champs: { numeroReferencement: /__proto__/x }')[0] ?? '', /no key/);
    assert.match(problemsOf('champs: { numeroReferencement: /constructor }')[0] ?? '', /no key/);
    assert.match(problemsOf('champs: { numeroReferencement: /entete }')[0] ?? '', /is not an object/);
    assert.match(problemsOf('commandes: { liste: /libre, champs: {} }')[0] ?? '', /is not a list/);
    assert.match(problemsOf('commandes: { champs: { client: /libre } }')[0] ?? '', /there are 2/);
    assert.match(problemsOf('commandes: { liste: /lignes, champs: { client: /montant } }')[0] ?? '', /EHPAD A/);
  });

  it('says what is wrong with a mapping', () => {
    const found = (text: string) => readAspMapping(text).problems.map(({ en }) => en);
    assert.match(found('champs: { nume: /a }')[0] ?? '', /“nume” is unknown/);
    assert.match(found('champs: { genre: a }')[0] ?? '', /“a” is no place/);
    assert.match(found('version: 2')[0] ?? '', /version must be 1/);
    assert.match(found('- a')[0] ?? '', /must hold keys/);
    assert.match(found('champs: [')[0] ?? '', /malformed YAML/);
    assert.match(found('['.repeat(5000))[0] ?? '', /nested too deeply/);
    assert.deepEqual(found(''), []);
  });
});
