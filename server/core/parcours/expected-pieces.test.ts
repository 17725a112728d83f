import assert from 'node:assert/strict';
import { parseManifest } from '../manifest/parse-manifest';
import { missingAdministrative, missingDocuments } from './expected-pieces';
import { writtenOrders, type RequestKind } from './orders';

function missing(kind: RequestKind, dispositif: string | undefined, pieces = '') {
  const [order] = writtenOrders(parseManifest(`version: 1\ncommandes:\n  - { ${kind}: { pieces: { ${pieces} } } }\n`));
  assert.ok(order);
  return missingDocuments(order, kind, dispositif).map(({ label, sure }) => [label.en, sure]);
}

describe('documents that a request lacks', () => {
  it('are those of its dispositif', () => {
    const order = ['signed purchase order', true];
    const invoice = ['single invoice at 100 %', true];
    assert.deepEqual(missing('avance', 'MDV-LGC-Va2'), [order]);
    assert.deepEqual(missing('avance', undefined), [order]);
    assert.deepEqual(missing('avance', 'SAS-Va1'), []);
    assert.deepEqual(missing('avance', 'MDV-LGC-Va2', 'bon_de_commande: b.pdf'), []);
    assert.deepEqual(missing('solde', undefined), [invoice]);
    assert.deepEqual(missing('solde', 'MSS-OP-Va1'), [invoice]);
    assert.deepEqual(missing('solde', 'MS1-DUI-PA-PH-DOM-Va1'), [invoice, ['VA signed by the client', true]]);
    assert.deepEqual(missing('solde', 'MDV-LGC-Va2'), [invoice, ['VA or MOM, as the call for financing says', false]]);
    assert.deepEqual(missing('solde', 'SAS-Va1'), [invoice, ['VSR record', false]]);
    assert.deepEqual(missing('solde', 'MDV-LGC-Va2', 'facture: f.pdf, va: [v.pdf]'), []);
  });
});

describe('what an administrative file lacks', () => {
  it('is also what is written and empty', () => {
    const lacks = (vendor: string) =>
      missingAdministrative(
        parseManifest(`version: 1\ndossier: { dispositif: MDV-LGC-Va1 }\nediteur: { ${vendor} }\n`),
      ).some(({ cle }) => cle === 'editeur.denomination');
    assert.deepEqual(
      ['denomination: Éditeur', 'denomination: " "', 'siret: "1"'].map((vendor) => lacks(vendor)),
      [false, true, true],
    );
  });
});

describe('an order', () => {
  it('is called by its reference, else by its client', () => {
    const labels = writtenOrders(
      parseManifest('commandes:\n  - { client: A, reference: R }\n  - { client: A }\n  - { signee_le: 2026-01-01 }\n'),
    ).map(({ label }) => label);
    assert.deepEqual(labels, ['R', 'A', '?']);
  });
});
