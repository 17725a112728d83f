import assert from 'node:assert/strict';
import { readAspMapping } from './asp-mapping';
import { fillAspModel, type Json } from './fill-asp-model';
import type { FinancingRequest, RequestedOrder } from './financing-request';

const order = (more: Partial<RequestedOrder> = {}): RequestedOrder => ({ pieces: [], ...more });

function filled(model: Json, mapping: string, orders: readonly RequestedOrder[], more: Partial<FinancingRequest> = {}) {
  const { mapping: read, problems } = readAspMapping(mapping);
  assert.deepEqual(problems, []);
  return fillAspModel(model, read, { version: 1, genre: 'avance', commandes: orders, ...more });
}
const faults = (...args: Parameters<typeof filled>) => filled(...args).problems.map(({ fr, en }) => [fr, en]);

describe('a blank model', () => {
  it('takes what is known of a request, and leaves what is not', () => {
    const { filled: result, unmapped } = filled(
      { n: '', v: '', client: '' },
      'champs: { numeroReferencement: /n, versionReferencee: /v }\ncommandes: { champs: { client: /client } }\n',
      [order({ client: 'EHPAD A', reference: 'C1' })],
      { versionReferencee: '12.4' },
    );
    assert.deepEqual(result, { n: '', v: '12.4', client: 'EHPAD A' });
    assert.deepEqual(unmapped, ['genre', 'commandes.reference']);
  });

  it('takes yes, no, numbers, lists and single texts as it has them', () => {
    const model: Json = {
      oui: true,
      non: false,
      sites: [0],
      texte: '',
      ligne: ['', ''],
      __proto: null,
    };
    const sites = 'commandes: { champs: { sitesGeographiques: /sites, montantHt: /ligne/1 } }\n';
    const constants = 'constantes: { /oui: non, /non: oui, /texte: a }\n';
    assert.deepEqual(
      filled(model, sites + constants, [order({ sitesGeographiques: ['750712184'], montantHt: '10.00' })]).filled,
      { oui: false, non: true, sites: [750712184], texte: 'a', ligne: ['', '10.00'], __proto: null },
    );
    const one = 'commandes: { champs: { sitesGeographiques: /texte } }\n';
    assert.deepEqual(filled({ texte: '' }, one, [order({ sitesGeographiques: ['1'] })]).filled, { texte: '1' });
    const many = 'commandes: { champs: { client: /noms } }\n';
    assert.deepEqual(filled({ noms: [] }, many, [order({ client: 'A' })]).filled, { noms: ['A'] });
  });

  it('takes keys with strokes and tildes, and a key that every object has', () => {
    const model: Json = JSON.parse('{"a/b~c": "", "__proto__": {"x": ""}}') as Json;
    const { filled: result, problems } = filled(model, 'constantes: { /a~1b~0c: 1, /__proto__/x: 2 }\n', []);
    assert.deepEqual(problems, []);
    assert.equal(JSON.stringify(result), '{"a/b~c":"1","__proto__":{"x":"2"}}');
  });

  const several = order({ sitesGeographiques: ['A', 'B'] });
  const wrong: readonly (readonly [what: string, args: Parameters<typeof filled>, fr: string, en: string])[] = [
    [
      'a word where a list of numbers is',
      [{ sites: [0] }, 'commandes: { champs: { sitesGeographiques: /sites } }\n', [several]],
      'commandes.sitesGeographiques : « A,B » n’est pas une liste de ce type, ce que le modèle attend en /sites',
      'commandes.sitesGeographiques: “A,B” is not a list of that type, which the model expects at /sites',
    ],
    [
      'two texts where one is',
      [{ site: '' }, 'commandes: { champs: { sitesGeographiques: /site } }\n', [several]],
      'commandes.sitesGeographiques : « A,B » n’est pas un texte seul, ce que le modèle attend en /site',
      'commandes.sitesGeographiques: “A,B” is not a single text, which the model expects at /site',
    ],
    [
      'a word where yes or no is',
      [{ valide: true }, 'constantes: { /valide: peut-être }\n', []],
      '/valide : « peut-être » n’est pas oui ou non, ce que le modèle attend en /valide',
      '/valide: “peut-être” is not yes or no (oui, non), which the model expects at /valide',
    ],
    [
      'a place within a text, or past the end of a list',
      [{ a: 'x', b: [''] }, 'constantes: { /a/0: 1 }\n', []],
      '/a/0 : le modèle de l’ASP n’a pas de clé /a/0',
      '/a/0: the model of ASP has no key /a/0',
    ],
    [
      'a place past the end of a list',
      [{ b: [''] }, 'constantes: { /b/1/c: 1 }\n', []],
      '/b/1/c : le modèle de l’ASP n’a pas de clé /b/1/c',
      '/b/1/c: the model of ASP has no key /b/1/c',
    ],
    [
      'what every list has',
      [{ b: [''] }, 'constantes: { /b/length: 1 }\n', []],
      '/b/length : le modèle de l’ASP n’a pas de clé /b/length',
      '/b/length: the model of ASP has no key /b/length',
    ],
    [
      'a list that the model has not',
      [{}, 'commandes: { liste: /lignes, champs: { client: /nom } }\n', [order({ client: 'A' })]],
      'liste : le modèle de l’ASP n’a pas de clé /lignes',
      'liste: the model of ASP has no key /lignes',
    ],
    [
      'an empty list',
      [{ lignes: [] }, 'commandes: { liste: /lignes, champs: { client: /nom } }\n', [order({ client: 'A' })]],
      '/lignes n’est pas une liste avec un premier élément qui serve de gabarit',
      '/lignes is not a list with a first item to serve as pattern',
    ],
  ];
  for (const [what, args, fr, en] of wrong)
    it(`is not filled with ${what}`, () => {
      assert.deepEqual(faults(...args), [[fr, en]]);
    });
});

describe('a mapping to ASP’s model', () => {
  const wrong: readonly (readonly [text: string, fr: string])[] = [
    ['commande: {}', '« commande » est inconnu (version, champs, commandes, constantes)'],
    ['commandes: { lists: /a }', '« lists » est inconnu (liste, champs)'],
    ['commandes: { liste: [a] }', 'une place du modèle est attendue : écrivez /cle/cle'],
    ['constantes: { a: 1 }', '« a » n’est pas une place du modèle : écrivez /cle/cle'],
    ['champs: { genre: }', 'une place du modèle est attendue : écrivez /cle/cle'],
    ['champs: [a]', '« champs » doit contenir des clés'],
    ['constantes: texte', '« constantes » doit contenir des clés'],
  ];
  for (const [text, fr] of wrong)
    it(`says what is wrong with ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        readAspMapping(text).problems.map(({ fr }) => fr),
        [fr],
      );
    });

  it('may have keys without anything behind them', () => {
    for (const text of ['{ champs, commandes, constantes }', 'champs:\nconstantes:\n', 'constantes: { /a: }\n'])
      assert.deepEqual(readAspMapping(text).problems, [], text);
  });
});
