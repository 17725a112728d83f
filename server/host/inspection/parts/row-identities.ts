import { findIdentifiers } from '../../../core/evidence/find-identifiers';
import { namesInsStrictly } from '../../../core/evidence/identity-words';
import type { IdentifierSighting } from '../../../core/evidence/inspection';
import { insLikelihood, isIns } from '../../../core/identifiers/ins';

const keyColumn = /(?:^|[^a-zà-ÿ])(?:cl[ée]f?|key)(?![a-zà-ÿ])|(?:Cle|Key)$/i;
const qualifier = /^(?:urn:oid:)?(1\.2\.250\.1\.213\.1\.4\.\d{1,2})$/;
const number = /\d{13}|\d[ .-]?\d\d[ .-]?\d\d|\d2[AB]/i;
/** An INS cut into its groups, or into its characters, one in each cell. */
const groups = /(?<=^|\t)[1-478]\t\d\d\t\d\d\t(?:\d\d|2[AB])\t\d{3}\t\d{3}\t\d\d(?=\t|$)/gi;
const characters = /(?<=^|\t)[1-478](?:\t[\dAB]){14}(?=\t|$)/gi;

/**
 * Identities in the rows of a table: the name of a column, or the label before it, says what a number is, another column of the
 * same row gives its OID, and its key may have a column of its own.
 */
export class RowIdentities {
  readonly found: IdentifierSighting[] = [];
  readonly #max: number;
  /** The last row that only names, among them an INS: tables have titles above the names of their columns. */
  #heads: readonly string[] | undefined;

  constructor(max: number) {
    this.#max = max;
  }

  /** What follows is another table. */
  startTable(): void {
    this.#heads = undefined;
  }

  /** @param row data row, the first after the names being 1 */
  see(columns: readonly string[], cells: readonly string[], row: number): void {
    if (this.found.length >= this.#max) return;
    this.#seeCut(cells, row);
    if (!cells.some((cell) => number.test(cell))) {
      if (cells.some((cell) => cell.length < 100 && namesInsStrictly(cell))) this.#heads = cells;
      return;
    }
    const heads = this.#heads ?? columns;
    const systems = new Set(cells.flatMap((cell) => qualifier.exec(cell.trim())?.[1] ?? []));
    const [only] = systems;
    const system = systems.size === 1 ? only : undefined;
    const key = cells.find((cell, at) => keyColumn.test(heads[at] ?? '') && /^\s*\d{1,2}\s*$/.test(cell));
    for (const [at, cell] of cells.entries()) {
      if (!number.test(cell)) continue;
      const context = heads[at] ?? '';
      const where = placeOf(context, at, row);
      const joined = `${cell}${key?.trim().padStart(2, '0') ?? ''}`.replace(/\s/g, '').toUpperCase();
      if (key !== undefined && joined.length === 15 && isIns(joined) && (namesInsStrictly(context) || system)) {
        this.found.push({ value: joined, ...(system !== undefined && { system }), where });
        continue;
      }
      const whole = /^[\s\dABab.-]{13,25}$/.test(cell);
      const search = { firstLine: null, max: 20, context, ...(whole && system !== undefined && { system }) };
      this.found.push(...findIdentifiers(cell, where, search));
    }
  }

  #seeCut(cells: readonly string[], row: number): void {
    if (cells.length < 7 || cells.length > 500) return;
    const written = cells.map((cell) => cell.trim()).join('\t');
    for (const form of [groups, characters]) {
      for (const [cut] of written.matchAll(form)) {
        const value = cut.replaceAll('\t', '').toUpperCase();
        if (isIns(value) && insLikelihood(value) === 'usual')
          this.found.push({ value, where: placeOf(this.#heads?.[0] ?? cells[0] ?? '', 0, row), unnamed: true });
      }
    }
  }
}

function placeOf(context: string, at: number, row: number): string {
  return `${context.trim() || `colonne ${at + 1}`}[${row}]`.slice(0, 200);
}
