import type { TableRow } from '../../../protocol/requests/table';
import type { TableWords } from '../../../protocol/webview/table-words';
import { fill } from '../../../words/say';
import { type Dropped, pastedFiles } from '../kit/dropped';
import type { Typed } from './cell-edits';
import type { Grid } from './grid';
import { textOf } from './model/columns';
import { fromTsv, toTsv } from './model/tsv';
import { pastedFrom, selectedCells } from './selected-cells';

interface ClipboardOwner {
  readonly grid: Grid;
  readonly words: TableWords;
  readonly locale: 'fr' | 'en';
  /** Whether the keyboard is at the cells: fields have a clipboard of their own. */
  readonly isAtCells: () => boolean;
  readonly say: (text: string) => void;
  readonly write: (typed: readonly Typed[]) => void;
  readonly attach: (row: TableRow, pieces: Promise<Dropped>) => void;
}

/** Copies the selected cells as a spreadsheet does, and pastes what one copied, or files. */
export function listenToClipboard(owner: ClipboardOwner): void {
  document.addEventListener('copy', (event) => {
    copy(owner, event);
  });
  document.addEventListener('paste', (event) => {
    paste(owner, event);
  });
}

function copy({ grid, words, locale, isAtCells, say }: ClipboardOwner, event: ClipboardEvent): void {
  if (!isAtCells() || !event.clipboardData) return;
  const texts = selectedCells(grid).map((cells) =>
    cells.map(({ line, column }) => textOf(column, line.row, line.piece, words)),
  );
  event.clipboardData.setData('text/plain', toTsv(texts));
  event.preventDefault();
  say(fill(words.copied, locale, { count: texts.flat().length }));
}

function paste({ grid, words, isAtCells, say, write, attach }: ClipboardOwner, event: ClipboardEvent): void {
  const data = event.clipboardData;
  if (!isAtCells() || !data) return;
  event.preventDefault();
  const line = grid.activeLine;
  if (data.files.length > 0 && line?.kind === 'proof') {
    say(words.pastedFile);
    attach(line.row, pastedFiles(data));
    return;
  }
  const block = fromTsv(data.getData('text/plain'));
  const [[only = ''] = []] = block;
  const isOne = block.length === 1 && block[0]?.length === 1;
  write(
    isOne
      ? selectedCells(grid)
          .flat()
          .map((one) => ({ ...one, text: only }))
      : pastedFrom(grid, block),
  );
}
