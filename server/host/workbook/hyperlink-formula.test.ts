import assert from 'node:assert/strict';
import { hyperlinkTarget } from './hyperlink-formula';

describe('where a HYPERLINK formula leads', () => {
  const cells: Readonly<Record<string, string>> = { '1:0': 'a b.png', '2:0': 'c.png', '0:3': 'captures/' };
  const textAt = ({ row, column }: { readonly row: number; readonly column: number }) => cells[`${row}:${column}`];

  for (const [formula, target] of [
    ['HYPERLINK("https://example.org/r/1","voir")', 'https://example.org/r/1'],
    ['=hyperlink( "C:\\captures\\a, (b).png" )', 'C:\\captures\\a, (b).png'],
    ['HYPERLINK("a ""b"".png",IF(A1="",1,2))', 'a "b".png'],
    ['HYPERLINK(A2)', 'a b.png'],
    ['HYPERLINK($D$1&A2,"x")', 'captures/a b.png'],
    ['HYPERLINK(CONCATENATE($D$1,"x/",A3),"x")', 'captures/x/c.png'],
    ['HYPERLINK(CONCATENATE(CONCATENATE(D1,A2),"?"))', 'captures/a b.png?'],
    ['HYPERLINK("r/"&12)', 'r/12'],
    ['HYPERLINK(VLOOKUP(A2,B:C,2))', undefined],
    ['HYPERLINK(Feuil2!A1)', undefined],
    ['HYPERLINK(B7)', undefined],
    ['HYPERLINK("sans fin', undefined],
    ['HYPERLINK()', undefined],
    ['IF(TRUE,HYPERLINK("a"))', undefined],
    ['"HYPERLINK(""a"")"', undefined],
  ] as const) {
    it(formula, () => {
      assert.equal(hyperlinkTarget(formula, textAt), target);
    });
  }

  it('moves the cells of a shared formula, save those that are fixed', () => {
    const shift = { rows: 1, columns: 0 };
    assert.equal(hyperlinkTarget('HYPERLINK($D$1&A2)', textAt, shift), 'captures/c.png');
    assert.equal(hyperlinkTarget('HYPERLINK($D$1&A$2)', textAt, shift), 'captures/a b.png');
  });
});
