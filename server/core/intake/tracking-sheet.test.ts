import assert from 'node:assert/strict';
import type { Row } from '../workbook/workbook';
import { idWords, readTracking, type KnownIds } from './tracking-sheet';

const known: KnownIds = {
  find: (role, word) => (role === 'preuve' && word === 'P.1' ? word : undefined),
  near: () => [],
};

describe('the sheets that track proofs', () => {
  it('are sought in a sheet of more rows than a call takes arguments', () => {
    const row: Row = { number: 1, cells: ['x', 'y'] };
    const sheet = { name: 'S', rows: Array<Row>(150_000).fill(row) };
    assert.deepEqual(readTracking({ sheets: [sheet] }, known).sheets, []);
    const one = { number: 2, cells: ['P.1', 'a.png'] };
    assert.equal(
      readTracking({ sheets: [{ name: 'S', rows: [one, ...Array<Row>(3).fill(one)] }] }, known).sheets.length,
      1,
    );
  });

  it('are told from what stands in each column with one look at each row for all columns', () => {
    let looks = 0;
    const row = (cells: readonly string[]): Row => ({
      number: 1,
      get cells() {
        looks++;
        return cells;
      },
    });
    const wide = Array.from({ length: 400 }, (_, index) => `c${index}`);
    const header = ['Preuve', 'Fichier', ...wide];
    const rows = [row(header), ...Array.from({ length: 400 }, () => row(['P.1', 'a.png']))];
    const [found] = readTracking({ sheets: [{ name: 'S', rows }] }, known).sheets;
    assert.deepEqual(
      found?.columns.flatMap(({ said, column }) => (said ? [[column, said.role]] : [])),
      [
        [0, 'preuve'],
        [1, 'fichier'],
      ],
    );
    assert.equal(found.columns.length, 402);
    assert.ok(looks < rows.length * 10, String(looks));
  });

  it('count a link that stands behind the last text of its row', () => {
    const rows = ['a', 'b'].map((name, index) => ({
      number: index + 1,
      cells: ['P.1'],
      links: [{ column: 1, target: `captures/${name}.png` }],
    }));
    const wide = { number: 3, cells: ['P.1', ''] };
    const [found] = readTracking({ sheets: [{ name: 'S', rows: [...rows, wide] }] }, known).sheets;
    assert.equal(found?.columns[1]?.said?.role, 'fichier');
  });

  it('have no ids in a cell that is longer than any of a spreadsheet', () => {
    assert.equal(idWords('P.1, '.repeat(100)).length, 100);
    assert.deepEqual(idWords('P.1, '.repeat(10_000)), []);
  });
});
