import assert from 'node:assert/strict';
import { isSiren } from './siren';
import { siretFault } from './siret';

describe('SIREN', () => {
  for (const siren of ['732829320', '356000000', '552081317', '200034528']) {
    it(`accepts ${siren}`, () => {
      assert.equal(isSiren(siren), true);
    });
  }

  for (const text of ['200034582', '123456789', '356000001', '000000000', '73282932', '7328293200', '73282932O', '']) {
    it(`refuses "${text}"`, () => {
      assert.equal(isSiren(text), false);
    });
  }
});

describe('SIRET', () => {
  const valid = [
    ...['73282932000074', '20003452800014', '55208131766522'],
    // La Poste: its head office has a Luhn digit, its other establishments a digit sum that is a multiple of five.
    ...['35600000000048', '35600000049837', '35600000009075'],
  ];
  for (const siret of valid) {
    it(`accepts ${siret}`, () => {
      assert.equal(siretFault(siret), undefined);
    });
  }

  const invalid = {
    '20003452800041': 'key',
    '12345678901234': 'siren',
    '55208131766523': 'key',
    '35600000009074': 'key',
    '00000000000000': 'zeros',
    '7328293200007': 'form',
    '732829320000740': 'form',
    '732 829 320 00074': 'form',
    '': 'form',
  };
  for (const [text, fault] of Object.entries(invalid)) {
    it(`refuses "${text}"`, () => {
      assert.equal(siretFault(text), fault);
    });
  }
});
