import assert from 'node:assert/strict';
import { parseNumberFormat, showNumber } from './number-format';

describe('showNumber', () => {
  for (const [stored, id, code, shown] of [
    ['12.1', 2, undefined, '12.10'],
    ['12.1', 0, undefined, '12.1'],
    ['0.30000000000000004', 0, undefined, '0.3'],
    ['12345678901234', 0, undefined, '12345678901234'],
    ['0.5', 9, undefined, '50 %'],
    ['0.5', 164, '0 %', '50 %'],
    ['12.1', 164, '0.00', '12.10'],
    ['12', 164, '"v"0.0', 'v12.0'],
    ['7', 164, '00', '07'],
    ['-1234.5', 164, '#,##0.00', '-1234.50'],
    ['7', 164, '"PSC."00', 'PSC.07'],
    ['45000', 14, undefined, '2023-03-15'],
    ['45000.5', 22, undefined, '2023-03-15 12:00:00'],
    ['0.5', 20, undefined, '12:00:00'],
    ['45000', 164, '[$-40C]d mmmm yyyy;@', '2023-03-15'],
    ['12', 164, '[Red]General', '12'],
    ['texte', 0, undefined, 'texte'],
  ] as const) {
    it(`shows ${stored} with format ${code ?? id} as ${shown}`, () => {
      assert.equal(showNumber(stored, parseNumberFormat(id, code), false), shown);
    });
  }

  it('counts from 1904 when the workbook does', () => {
    assert.equal(showNumber('43538', parseNumberFormat(14, undefined), true), '2023-03-15');
  });
});
