import assert from 'node:assert/strict';
import fc from 'fast-check';
import Papa from 'papaparse';
import { withoutHidden } from '../text/hidden-characters';
import { csvOf } from './csv';

const options = { separator: ',', byteOrderMark: false } as const;
const tableOf = (rows: readonly (readonly (string | number | undefined)[])[]) => ({
  title: 'T',
  columns: [
    { header: 'a', width: 1 },
    { header: 'b, c', width: 1 },
  ],
  rows,
});

describe('CSV', () => {
  it('quotes what must be, ends lines with CR LF, leaves numbers bare', () => {
    assert.equal(
      csvOf(
        tableOf([
          ['x"y', 3],
          [undefined, 'l1\nl2'],
        ]),
        options,
      ),
      'a,"b, c"\r\n"x""y",3\r\n,"l1\nl2"\r\n',
    );
    assert.equal(csvOf(tableOf([['é;', 'x']]), { separator: ';', byteOrderMark: true }), '\uFEFFa;b, c\r\n"é;";x\r\n');
  });

  it('never lets a cell begin like a formula', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.array(fc.nat(0x1ff)).map((codes) => String.fromCodePoint(...codes)),
            fc.constantFrom('=1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1'),
          ),
        ),
        (rows) => {
          const parsed = Papa.parse<string[]>(csvOf(tableOf(rows), options), { newline: '\r\n', delimiter: ',' }).data;
          rows.forEach((row, index) => {
            row.forEach((text, column) => {
              const cell = parsed[index + 1]?.[column] ?? '';
              const seen = withoutHidden(text);
              assert.ok(cell === seen || cell === `'${seen}`, JSON.stringify([text, cell]));
              assert.doesNotMatch(cell, /^[=+\-@\t\r\n＝＋－＠]/);
            });
          });
        },
      ),
      { seed: 20261215, numRuns: 30 },
    );
  });
});
