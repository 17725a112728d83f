import { findIdentifiers } from '../../../core/evidence/find-identifiers';
import { namesInsStrictly } from '../../../core/evidence/identity-words';
import type { IdentifierSighting } from '../../../core/evidence/inspection';
import { isIns } from '../../../core/identifiers/ins';

const keyColumn = /(?:^|[^a-zà-ÿ])(?:cl[ée]f?|key)(?![a-zà-ÿ])|(?:Cle|Key)$/i;
const qualifier = /^(?:urn:oid:)?(1\.2\.250\.1\.213\.1\.4\.\d{1,2})$/;
const number = /\d{13}|\d[ .-]?\d\d[ .-]?\d\d|\d2[AB]/i;

/**
 * Identities in the rows of a table: the name of a column says what a number is, another column of the same row gives its OID,
 * and its key may have a column of its own.
 */
export class RowIdentities {
  readonly found: IdentifierSighting[] = [];
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  /** @param row data row, the first after the names being 1 */
  see(columns: readonly string[], cells: readonly string[], row: number): void {
    if (this.found.length >= this.#max || !cells.some((cell) => number.test(cell))) return;
    const systems = new Set(cells.flatMap((cell) => qualifier.exec(cell.trim())?.[1] ?? []));
    const [only] = systems;
    const system = systems.size === 1 ? only : undefined;
    const key = cells.find((cell, at) => keyColumn.test(columns[at] ?? '') && /^\s*\d{1,2}\s*$/.test(cell));
    for (const [at, cell] of cells.entries()) {
      if (!number.test(cell)) continue;
      const context = columns[at] ?? '';
      const where = `${context.trim() || `colonne ${at + 1}`}[${row}]`.slice(0, 200);
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
}
