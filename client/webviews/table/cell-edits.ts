import type { TableCell } from '../../../protocol/requests/table-edit';
import type { FromTablePage, ToTablePage } from '../../../protocol/webview/table-page';
import type { TableColumn } from '../../../protocol/webview/table-view';
import type { TableWords } from '../../../protocol/webview/table-words';
import { fill } from '../../../words/say';
import type { CellNote } from './cell-content';
import type { ProofLine } from './model/lines';
import { closedCell, writtenCell } from './model/written-cells';
import type { Speech } from './speech';

/** One value for one cell. */
export interface Typed {
  readonly line: ProofLine;
  readonly column: TableColumn;
  readonly text: string;
}

interface EditsOwner {
  readonly words: TableWords;
  readonly locale: 'fr' | 'en';
  readonly speech: Speech;
  readonly post: (message: FromTablePage) => void;
  /** Why nothing of the table can be written; undefined when it can. */
  readonly whyReadOnly: () => string | undefined;
  /** Cells have other notes. */
  readonly redraw: () => void;
}

/** The edits of cells that are on their way to the text, and those that were refused. */
export class CellEdits {
  readonly #owner: EditsOwner;
  /** By key of the line and column. */
  readonly #notes = new Map<string, CellNote & { readonly edit: number; readonly isWritten?: boolean }>();
  readonly #places = new Map<number, readonly Typed[]>();
  #count = 0;

  constructor(owner: EditsOwner) {
    this.#owner = owner;
  }

  /** What of a cell is not in the row. */
  noteAt(line: string, column: TableColumn): CellNote | undefined {
    return this.#notes.get(noteKey(line, column));
  }

  /** The rows say by now what was written. */
  settle(): void {
    for (const [key, note] of this.#notes) if (note.isWritten) this.#notes.delete(key);
  }

  /** Hands on what can be written, all or none; the cells of the others say why they cannot be. */
  write(typed: readonly Typed[], speak = true): void {
    const { words, locale, speech } = this.#owner;
    const whyReadOnly = this.#owner.whyReadOnly();
    const cells: TableCell[] = [];
    const places: Typed[] = [];
    const problems: string[] = [];
    const said = new Map<string, string>();
    this.#count += 1;
    const edit = this.#count;
    for (const one of typed) {
      const key = noteKey(one.line.key, one.column);
      const asked =
        whyReadOnly === undefined
          ? writtenCell(one.column, one.line.row, one.line.piece, one.text, { words, locale })
          : ({ kind: 'problem', message: whyReadOnly } as const);
      const isOther = asked.kind === 'cell' && contradicts(asked.cell, said);
      const written = isOther ? ({ kind: 'problem', message: words.otherText } as const) : asked;
      if (written.kind === 'same') {
        this.#notes.delete(key);
        continue;
      }
      if (written.kind === 'problem') {
        problems.push(written.message);
        // What can never be written there is not kept; what was typed wrong is, so that it can be mended.
        if (closedCell(one.column, one.line.row, one.line.piece, words) === undefined)
          this.#notes.set(key, { kind: 'refused', text: one.text, message: written.message, edit });
        continue;
      }
      cells.push(written.cell);
      places.push(one);
      this.#notes.set(key, { kind: 'pending', text: one.text, edit });
    }
    if (cells.length > 0) this.#send(edit, cells, places);
    this.#owner.redraw();
    const [why] = problems;
    if (why !== undefined) speech.tell(fill(words.cellsLeft, locale, { count: problems.length, why }));
    else if (cells.length > 0 && speak) speech.say(words.writing);
  }

  /** Takes the citations of pieces away. */
  removePieces(lines: readonly ProofLine[]): void {
    const cells = lines.flatMap(({ row, piece }): TableCell[] =>
      row.pieces[piece] ? [{ kind: 'removePiece', slot: row.slot, piece }] : [],
    );
    if (cells.length === 0) return;
    this.#count += 1;
    this.#send(this.#count, cells, []);
    this.#owner.speech.tell(this.#owner.words.removed);
  }

  /** An edit is in the text. The rows say so a little later. */
  written(edit: number): void {
    const { words, locale, speech } = this.#owner;
    const count = this.#taken(edit).length;
    for (const [key, note] of this.#notes)
      if (note.edit === edit && note.kind === 'pending') this.#notes.set(key, { ...note, isWritten: true });
    // What became of a citation was said when it was taken away.
    if (count > 0) speech.say(fill(words.written, locale, { count }));
  }

  refused({ edit, message, cells }: Extract<ToTablePage, { readonly kind: 'refused' }>): void {
    const { words, locale, speech } = this.#owner;
    const whyAt = new Map(cells.map(({ cell, message: why }) => [cell, why]));
    for (const [index, { line, column, text }] of this.#taken(edit).entries()) {
      // All or none: those that were not at fault say what was.
      const why = whyAt.get(index) ?? message;
      this.#notes.set(noteKey(line.key, column), { kind: 'refused', text, message: why, edit });
    }
    this.#owner.redraw();
    speech.tell(fill(words.refused, locale, { why: message || (cells[0]?.message ?? '') }));
  }

  #send(edit: number, cells: readonly TableCell[], places: readonly Typed[]): void {
    this.#places.set(edit, places);
    this.#owner.post({ kind: 'edit', edit, cells });
  }

  /** The cells of an edit that is not on its way any more. */
  #taken(edit: number): readonly Typed[] {
    const places = this.#places.get(edit) ?? [];
    this.#places.delete(edit);
    return places;
  }
}

/** Whether a text of an entry, which several rows show, is told otherwise by another of them. */
function contradicts(cell: TableCell, said: Map<string, string>): boolean {
  if (cell.kind !== 'entry') return false;
  const { slot, field, value } = cell;
  const place = JSON.stringify([slot.requirement, slot.scenario, field]);
  const before = said.get(place);
  if (before === undefined) said.set(place, value);
  return before !== undefined && before !== value;
}

function noteKey(line: string, column: TableColumn): string {
  return `${line} ${column}`;
}
