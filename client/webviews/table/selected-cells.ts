import type { TableColumn } from '../../../protocol/webview/table-view';
import type { TableWords } from '../../../protocol/webview/table-words';
import type { Typed } from './cell-edits';
import type { Grid } from './grid';
import { fillableColumns, isOfPiece, textOf } from './model/columns';
import type { ProofLine } from './model/lines';

/** A cell of a proof. */
export interface SelectedCell {
  readonly line: ProofLine;
  readonly column: TableColumn;
}

/** The selected cells, line by line: groups have none. */
export function selectedCells(grid: Grid): readonly (readonly SelectedCell[])[] {
  const { left, right } = grid.range;
  const columns = grid.columns.slice(left, right + 1);
  return selectedLines(grid).map((line) => columns.map((column) => ({ line, column })));
}

/** The selected lines that a value of this column is for: what is not of a piece is of the first line of a proof. */
export function selectedFor(grid: Grid, column: TableColumn): readonly ProofLine[] {
  return selectedLines(grid).filter(({ piece }) => piece === 0 || isOfPiece(column));
}

function selectedLines({ range: { top, bottom }, lines }: Grid): readonly ProofLine[] {
  return lines.slice(top, bottom + 1).filter((line) => line.kind === 'proof');
}

/** The first line of the selection into those below, in columns that are no fact about one piece. */
export function filledDown(
  [first, ...others]: readonly (readonly SelectedCell[])[],
  words: TableWords,
): readonly Typed[] {
  return others.flat().flatMap(({ line, column }): Typed[] => {
    const from = first?.find((one) => one.column === column);
    if (!from || !fillableColumns.has(column)) return [];
    if (line.piece > 0 && !isOfPiece(column)) return [];
    const text = textOf(column, from.line.row, from.line.piece, words);
    return text === '' ? [] : [{ line, column, text }];
  });
}

/** A block of texts from the first selected cell on, over what is drawn: groups are stepped over. */
export function pastedFrom(
  { range: { top, left }, lines, columns }: Grid,
  block: readonly (readonly string[])[],
): readonly Typed[] {
  const below = lines.slice(top).filter((line) => line.kind === 'proof');
  return block.flatMap((texts, down) =>
    texts.flatMap((text, right): Typed[] => {
      const line = below[down];
      const column = columns[left + right];
      return line && column ? [{ line, column, text }] : [];
    }),
  );
}
