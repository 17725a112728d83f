import { cleanText, cleanWord, isBlank } from './cell-text';
import type { ProofColumns } from './layout';
import { isNotApplicableWord } from './vocabulary';
import type { Doubts, Place } from './import-report';
import { columnLetters, type Row } from './workbook';
import type { ProofDraft } from './drafts';

/** The cells of one row by the fields of its layout. */
export class RowCells<Field extends string> {
  readonly row: Row;
  readonly #fields: ReadonlyMap<Field, number>;

  constructor(row: Row, fields: ReadonlyMap<Field, number>) {
    this.row = row;
    this.#fields = fields;
  }

  /** One-line value; '' for blank cells, dashes and missing columns. */
  word(field: Field): string {
    const raw = this.raw(field);
    return isBlank(raw) ? '' : cleanWord(raw);
  }

  /** Free text; '' for blank cells, dashes and missing columns. */
  text(field: Field): string {
    const raw = this.raw(field);
    return isBlank(raw) ? '' : cleanText(raw);
  }

  /** The cell word for word. */
  raw(field: Field): string {
    const column = this.#fields.get(field);
    return column === undefined ? '' : (this.row.cells[column] ?? '');
  }

  /** Letters of the field's column. */
  letters(field: Field): string | undefined {
    const column = this.#fields.get(field);
    return column === undefined ? undefined : columnLetters(column);
  }
}

/** The whole row, for a report that loses nothing: `A: …`, one line per filled cell. */
export function wholeRow(row: Row): string {
  return row.cells
    .map((cell, column) => (cell.trim() === '' ? '' : `${columnLetters(column)}: ${cell}`))
    .filter((line) => line !== '')
    .join('\n');
}

/** The proofs of one row. Cells that say "sans objet" give none, and a doubt. */
export function readProofs(row: Row, columns: readonly ProofColumns[], sheet: string, doubts: Doubts): ProofDraft[] {
  const proofs: ProofDraft[] = [];
  for (const { index, id: idColumn, text: textColumn } of columns) {
    const rawId = idColumn === undefined ? '' : (row.cells[idColumn] ?? '');
    const rawText = textColumn === undefined ? '' : (row.cells[textColumn] ?? '');
    const id = isBlank(rawId) ? undefined : cleanWord(rawId);
    const expected = isBlank(rawText) ? '' : cleanText(rawText);
    if (id === undefined && expected === '') continue;
    const place: Place = { sheet, row: row.number, column: columnLetters(textColumn ?? idColumn ?? 0) };
    if (isNotApplicableWord(expected === '' ? (id ?? '') : expected)) {
      doubts.add('sans-objet', place, [rawId, rawText].filter((cell) => cell !== '').join(' '));
      continue;
    }
    proofs.push({ id, expected, index, place });
  }
  return proofs;
}

/** Puts proofs with those already there; the same proof twice counts once. */
export function addProofs(into: ProofDraft[], more: readonly ProofDraft[]): void {
  for (const proof of more) {
    // Without ids, equal texts in two columns of a row are two proofs; in the same column of two rows, one.
    const same = into.some(
      (other) =>
        other.id === proof.id &&
        other.step === proof.step &&
        sameText(other.expected, proof.expected) &&
        (proof.id !== undefined || other.index === proof.index),
    );
    if (!same) into.push(proof);
  }
}

/** True for texts that differ by spaces only. */
export function sameText(one: string, other: string): boolean {
  return one === other || cleanWord(one) === cleanWord(other);
}
