import assert from 'node:assert/strict';
import { hasWrongLoincDigit } from './loinc';

describe('LOINC check digits', () => {
  it('accepts codes as LOINC has them', () => {
    for (const code of [
      '11490-0',
      '34133-9',
      '11502-2',
      '34112-3',
      '8302-2',
      '60591-5',
      '18842-5',
      '718-7',
      '2160-0',
      '883-9',
    ])
      assert.equal(hasWrongLoincDigit(code), false, code);
  });

  it('tells one wrong digit, and two that changed places', () => {
    for (const code of ['11490-1', '34133-8', '11940-0', '31433-9']) assert.equal(hasWrongLoincDigit(code), true, code);
  });

  it('says nothing of other codes', () => {
    for (const code of ['', 'SYNTH', 'LP14288-4', '11490', '11490-00', '12345678-9', 'X-1'])
      assert.equal(hasWrongLoincDigit(code), false, code);
  });
});
