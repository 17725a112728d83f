import type { TableWords } from '../../../protocol/webview/table-words';
import type { CellEdits } from './cell-edits';
import type { Grid } from './grid';
import { closedCell } from './model/written-cells';
import { filledDown, selectedCells } from './selected-cells';
import type { Speech } from './speech';

interface SelectionEditsOwner {
  readonly grid: Grid;
  readonly edits: CellEdits;
  readonly speech: Speech;
  readonly words: TableWords;
  /** Why nothing of the table can be written; undefined when it can. */
  readonly whyReadOnly: () => string | undefined;
}

/** What a key does to all the selected cells at once. */
export class SelectionEdits {
  readonly #owner: SelectionEditsOwner;

  constructor(owner: SelectionEditsOwner) {
    this.#owner = owner;
  }

  /** Empties cells; on pieces alone, takes their citations away. */
  clear(): void {
    const { grid, edits, speech, words } = this.#owner;
    const whyReadOnly = this.#owner.whyReadOnly();
    if (whyReadOnly !== undefined) {
      speech.say(whyReadOnly);
      return;
    }
    const rows = selectedCells(grid);
    const isPieces = rows.every((row) => row.length === 1 && row[0]?.column === 'piece');
    if (isPieces) {
      edits.removePieces(rows.flat().map(({ line }) => line));
      return;
    }
    const open = rows
      .flat()
      .filter(({ line, column }) => closedCell(column, line.row, line.piece, words) === undefined);
    edits.write(open.map((one) => ({ ...one, text: '' })));
    if (open.length === 0) speech.say(words.readOnlyCell);
  }

  /** The first line into those below, where that invents no fact. */
  fillDown(): void {
    const { grid, edits, speech, words } = this.#owner;
    const typed = filledDown(selectedCells(grid), words);
    if (typed.length === 0) speech.say(words.readOnlyCell);
    else edits.write(typed);
  }
}
