import { cellAt } from './cell-at';
import { cleanText, cleanWord, isBlank } from './cell-text';
import type { ProofColumns } from './layout';
import { splitProof } from './split-proof';
import { isNotApplicableWord } from './vocabulary';
import type { Doubts, Place } from './import-report';
import { foldedId } from './namesakes';
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
    return cellAt(this.row, this.#fields.get(field));
  }

  /** Whether the field's cell holds something that its text does not say: an error, an uncomputed formula, struck words. */
  hasRemark(field: Field): boolean {
    return hasRemark(this.row, this.#fields.get(field));
  }

  /** Letters of the field's column. */
  letters(field: Field): string | undefined {
    const column = this.#fields.get(field);
    return column === undefined ? undefined : columnLetters(column);
  }
}

/** The whole row, for a report that loses nothing: `A: …`, one line per filled cell, and what remarks hold. */
export function wholeRow(row: Row): string {
  const cells = row.cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [`${columnLetters(column)}: ${cell}`]));
  const remarks = (row.remarks ?? []).map(({ column, text }) => `${columnLetters(column)}: [${text}]`);
  return [...cells, ...remarks].join('\n');
}

/** The proofs of one row. Cells that say "sans objet" give none, and a doubt. */
export function readProofs(row: Row, columns: readonly ProofColumns[], sheet: string, doubts: Doubts): ProofDraft[] {
  const proofs: ProofDraft[] = [];
  for (const { index, id: idColumn, text: textColumn } of columns) {
    const rawId = cellAt(row, idColumn);
    const rawText = cellAt(row, textColumn);
    const id = isBlank(rawId) ? undefined : cleanWord(rawId);
    const expected = isBlank(rawText) ? '' : cleanText(rawText);
    const lost = hasRemark(row, idColumn) || hasRemark(row, textColumn);
    if (id === undefined && expected === '' && !lost) continue;
    const place: Place = { sheet, row: row.number, column: columnLetters(textColumn ?? idColumn ?? 0) };
    if (isNotApplicableWord(expected === '' ? (id ?? '') : expected)) {
      doubts.add('sans-objet', place, [rawId, rawText].filter((cell) => cell !== '').join(' '));
      continue;
    }
    proofs.push(...splitProof({ id, expected, index, place }, rawId, doubts));
  }
  return proofs;
}

function hasRemark({ remarks }: Row, column: number | undefined): boolean {
  return column !== undefined && remarks?.some((remark) => remark.column === column) === true;
}

/**
 * Puts proofs with those already there. The same id with the same words is one proof, in whatever row or step it is
 * printed again; with other words it is another.
 */
export function addProofs(into: ProofDraft[], more: readonly ProofDraft[]): void {
  for (const proof of more) {
    const at = into.findIndex((other) => isSameProof(other, proof));
    const known = into[at];
    if (known === undefined) into.push(proof);
    else if (known.id !== undefined && proof.id !== undefined) {
      const expected = known.expected === '' ? proof.expected : known.expected;
      into[at] = { ...known, id: oneSpelling(known.id, proof.id), expected };
    }
  }
}

function isSameProof(one: ProofDraft, other: ProofDraft): boolean {
  const sameWords = sameText(one.expected, other.expected);
  if (one.id !== undefined && other.id !== undefined) {
    return foldedId(one.id) === foldedId(other.id) && (sameWords || one.expected === '' || other.expected === '');
  }
  // Without ids, equal texts in two columns of a row are two proofs; in the same column of two rows, one.
  return sameWords && one.id === other.id && one.step === other.step && one.index === other.index;
}

/** The one of two spellings of an id that is kept, whichever comes first. */
export function oneSpelling(one: string, other: string): string {
  if (one.length !== other.length) return one.length < other.length ? one : other;
  return one < other ? one : other;
}

/** A text as it is compared: spaces, of whatever kind, tell no other story. */
export function withoutSpaces(text: string): string {
  return text.normalize('NFC').replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '');
}

/** True for texts that differ by spaces only. */
export function sameText(one: string, other: string): boolean {
  return one === other || withoutSpaces(one) === withoutSpaces(other);
}
