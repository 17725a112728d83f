import assert from 'node:assert/strict';
import { analyse, file } from '../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import { rules } from '../rules/registry';
import type { RequestKind } from '../parcours/orders';
import { requestBlockers } from './request-blockers';

const pieces = 'pieces: { bon_de_commande: bdc.pdf }';
const closing = 'pieces: { facture: facture.pdf, va: [va.pdf] }';
const sound = {
  vendor: 'denomination: Éditeur Exemple, siret: "73282932000074"',
  order: 'client: EHPAD A, reference: C1, signee_le: 2024-01-15, finess: "750712184"',
  advance: `montant_ht: 1000, ${pieces}`,
  balance: `montant_ht: 1000, finess: ["750712184"], deploiement_mss: Cas 1, va_signee: oui, ${closing}`,
  more: '',
  filing: '2024-02-20',
};

/** A dossier whose requests ASP may take, but for what is told. */
const of = (faults: Partial<typeof sound> = {}) => {
  const { vendor, order, advance, balance, more, filing } = { ...sound, ...faults };
  return `version: 1
dossier: { dispositif: MS1-DUI-PA-PH-DOM-Va1, depot_vise: ${filing} }
editeur: { ${vendor} }
logiciel: { nom: MonDui, version: 1.0 }
commandes:
  - { ${order}, avance: { ${advance} }, solde: { ${balance} } }
${more}`;
};
const evidence = Object.fromEntries(['bdc.pdf', 'facture.pdf', 'va.pdf', 'va-2.pdf'].map((path) => [path, file()]));

const catalogue = { ...smallCatalogue, dispositif: { id: 'MS1-DUI-PA-PH-DOM-Va1' } };

async function blockersOf(main: string, kind: RequestKind, references: string[] = [], seen: object = evidence) {
  const { analysis } = await analyse(rules, { main, evidence: { ...seen }, catalogue, today: '2024-10-01' });
  return requestBlockers(analysis, kind, references).map(({ reason }) =>
    'finding' in reason ? `${reason.finding.rule}:${reason.finding.message}` : reason.message.en.slice(0, 30).trim(),
  );
}

describe('requestBlockers', () => {
  it('finds nothing in sound requests', async () => {
    assert.deepEqual(await blockersOf(of(), 'avance'), []);
    assert.deepEqual(await blockersOf(of(), 'solde'), []);
    assert.deepEqual(await blockersOf(of({ advance: `etat: versée, ${sound.advance}` }), 'solde'), []);
    // Other words than those of ASP say nothing.
    assert.deepEqual(await blockersOf(of({ advance: `etat: en cours, ${sound.advance}` }), 'solde'), []);
  });

  const refused: readonly (readonly [what: string, kind: RequestKind, Partial<typeof sound>, string[]])[] = [
    ['an amount of zero', 'avance', { advance: `montant_ht: 0, ${pieces}` }, ['financement/montant:zero']],
    ['no amount', 'avance', { advance: pieces }, ['Order of C1: the request does']],
    [
      'an amount that is none',
      'solde',
      { balance: sound.balance.replace('1000', 'mille') },
      ['financement/montant:unreadable'],
    ],
    ['the vendor’s wrong SIRET', 'avance', { vendor: sound.vendor.replace('74', '75') }, ['identifiant/siret:key']],
    ['no vendor', 'avance', { vendor: '' }, ['The request would not say whic']],
    [
      'the client’s wrong SIRET',
      'avance',
      { order: `${sound.order}, siret: "73282932000075"` },
      ['identifiant/siret:key'],
    ],
    [
      'a site’s wrong SIRET',
      'solde',
      { order: `${sound.order}, sites: ["73282932000075"]` },
      ['identifiant/siret:key'],
    ],
    ['an unsigned VA', 'solde', { balance: sound.balance.replace('oui', 'non') }, ['financement/va:unsigned']],
    [
      'several VAs',
      'solde',
      { balance: sound.balance.replace('[va.pdf]', '[va.pdf, va-2.pdf]') },
      ['financement/va:several'],
    ],
    [
      'two FINESS',
      'solde',
      { balance: sound.balance.replace('["750712184"]', '["750712184", "750100125"]') },
      ['financement/finess-unique:several'],
    ],
    [
      'an order too old',
      'avance',
      { order: sound.order.replace('2024-01-15', '2023-09-01') },
      ['financement/commande-trop-ancienne:tooOld'],
    ],
    ['a missing document', 'avance', { advance: 'montant_ht: 1000' }, ['financement/piece-manquante:request']],
    [
      'a document that is not there',
      'avance',
      { advance: sound.advance.replace('bdc', 'autre') },
      ['financement/piece-introuvable:absent'],
    ],
    [
      'no certificate of non-liability',
      'avance',
      { order: `${sound.order}, tva: HT`, balance: sound.balance.replace('va: [', 'attestation_tva: va.pdf, va: [') },
      ['financement/attestation-tva:missing'],
    ],
    [
      'no deployment',
      'solde',
      { balance: sound.balance.replace('deploiement_mss: Cas 1, ', '') },
      ['financement/deploiement-mss:missing'],
    ],
    [
      'a balance above the advance',
      'solde',
      { balance: sound.balance.replace('1000', '1001') },
      ['financement/solde-superieur:above'],
    ],
    [
      'an advance that is not paid',
      'solde',
      { advance: `etat: validée, ${sound.advance}` },
      ['The advance has status “validé'],
    ],
    [
      'a date that is none',
      'solde',
      { order: sound.order.replace('2024-01-15', 'octobre') },
      ['manifeste/format-incorrect:date'],
    ],
    ['a key that is unknown', 'solde', { balance: `${sound.balance}, montant: 3` }, ['manifeste/cle-inconnue:unknown']],
  ];
  for (const [what, kind, faults, expected] of refused) {
    it(`finds ${what}`, async () => {
      const seen = { ...evidence, 'autre.pdf': { state: 'absent' } };
      assert.deepEqual(await blockersOf(of(faults), kind, [], seen), expected);
    });
  }

  it('says of a manifest without a vendor or a head that the request would not say who asks', async () => {
    const main = of()
      .replace(/editeur:.*\n/, '')
      .replace(/dossier:.*\n/, '');
    assert.equal((await blockersOf(main, 'avance'))[0], 'The request would not say whic');
  });

  it('leaves a certificate that the other request lacks', async () => {
    const vat = {
      order: `${sound.order}, tva: HT`,
      advance: sound.advance.replace(pieces, 'pieces: { bon_de_commande: bdc.pdf, attestation_tva: va.pdf }'),
    };
    assert.deepEqual(await blockersOf(of(vat), 'avance'), []);
    assert.deepEqual(await blockersOf(of(vat), 'solde'), ['financement/attestation-tva:missing']);
  });

  it('finds what is wrong with the version that the financing names in the place of the software’s', async () => {
    const more = 'financement: { version_referencee: [1] }\n';
    const found = await blockersOf(of({ more }), 'avance');
    assert.equal(found.length, 1, found.join());
    assert.match(found[0] ?? '', /^manifeste\//);
  });

  it('leaves what is about the other request, or about other orders', async () => {
    assert.deepEqual(await blockersOf(of({ balance: 'montant_ht: 0, va_signee: non, montant: 3' }), 'avance'), []);
    assert.deepEqual(await blockersOf(of({ advance: `montant_ht: 1000, montant_ttc: 0` }), 'solde'), []);
    const other = '  - { client: B, signee_le: 2024-01-15, siret: "1", avance: { montant_ht: 0 } }\n';
    assert.deepEqual(await blockersOf(of({ more: other }), 'avance', ['C1']), []);
    assert.equal((await blockersOf(of({ more: other }), 'avance')).length, 3);
    const cancelled = other.replace('avance:', 'annulee_le: 2024-01-16, avance:');
    assert.deepEqual(await blockersOf(of({ more: cancelled }), 'avance'), []);
  });

  it('leaves the age of an order whose advance ASP accepted', async () => {
    const order = sound.order.replace('2024-01-15', '2023-09-01');
    const paid = `etat: Décidée et payée, ${sound.advance}`;
    assert.deepEqual(await blockersOf(of({ order, advance: paid }), 'solde'), []);
    assert.deepEqual(await blockersOf(of({ order }), 'solde'), ['financement/commande-trop-ancienne:tooOld']);
  });

  it('leaves the rest of the dossier, and what the team accepted with a reason', async () => {
    const more = 'exigences: { X: 3 }\nfinancement: { enrolement: { rib: absent.pdf, inconnu: 1 } }\n';
    assert.deepEqual(
      await blockersOf(of({ more }), 'avance', [], { ...evidence, 'absent.pdf': { state: 'absent' } }),
      [],
    );
    const main = of().replace(
      'solde: { montant_ht: 1000, finess: ["750712184"]',
      'solde: { montant_ht: 1000, finess: ["750712184", "750100125"]',
    );
    const accepted = main.replace(
      '  - {',
      '  # segur-ignore financement/finess-unique : deux sites, vu avec l’ASP\n  - {',
    );
    assert.deepEqual(await blockersOf(accepted, 'solde'), []);
  });

  it('does not trust a section that a fault of syntax hides, nor an order that was not read', async () => {
    assert.ok((await blockersOf(of({ more: '  - trois\n' }), 'avance')).includes('manifeste/type-incorrect:keys'));
    const hidden = of({ more: '"financement: { numero_referencement: 1 }\n' });
    assert.ok((await blockersOf(hidden, 'avance')).some((one) => one.startsWith('yaml/syntaxe')));
  });
});
