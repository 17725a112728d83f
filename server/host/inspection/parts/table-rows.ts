import type { IdentifierSighting } from '../../../core/evidence/inspection';
import type { XmlElement, XmlObserver } from '../xml-observer';
import { RowIdentities } from './row-identities';

/** Tables of HTML and CDA, of Word and PowerPoint, Excel (both of its formats) and OpenDocument. */
const tables = new Set(['table', 'tbl', 'sheetData', 'Table']);
const rowNames = new Set(['tr', 'row', 'table-row', 'Row']);
const cellNames = new Set(['td', 'th', 'tc', 'c', 'table-cell', 'Cell']);
/** Characters and cells of one row; what is longer is no row of a table that one reads. */
const longestRow = 64 * 1024;
const mostCells = 1000;

/**
 * Reads the tables of an XML document by rows and columns: head and value may stand far from each other, and a key in a cell
 * of its own.
 */
export class TableRows implements XmlObserver {
  readonly #identities: RowIdentities;
  readonly #shared: readonly string[];
  #columns: readonly string[] | undefined;
  #cells: string[] | undefined;
  #inCell = false;
  #isShared = false;
  #length = 0;
  #row = 0;

  /** @param shared the texts to which cells of a worksheet refer by their number */
  constructor(max: number, shared: readonly string[] = []) {
    this.#identities = new RowIdentities(max);
    this.#shared = shared;
  }

  get found(): readonly IdentifierSighting[] {
    return this.#identities.found;
  }

  open({ name, attributes }: XmlElement): void {
    if (tables.has(name)) {
      this.#columns = undefined;
      this.#row = 0;
      this.#identities.startTable();
    } else if (rowNames.has(name)) {
      this.#cells = [];
      this.#length = 0;
      this.#inCell = false;
    } else if (this.#cells && cellNames.has(name)) {
      const reference = attributes.find((attribute) => attribute.name === 'r')?.value;
      const at = reference === undefined ? this.#cells.length : columnOf(reference, this.#cells.length);
      while (this.#cells.length < Math.min(at, mostCells)) this.#cells.push('');
      this.#inCell = this.#cells.length < mostCells;
      if (this.#inCell) this.#cells.push('');
      this.#isShared = attributes.some((attribute) => attribute.name === 't' && attribute.value === 's');
    }
  }

  text(text: string): void {
    if (!this.#inCell || !this.#cells || this.#length > longestRow) return;
    this.#length += text.length;
    const at = this.#cells.length - 1;
    this.#cells[at] = (this.#cells[at] ?? '') + text;
  }

  close(path: readonly string[]): void {
    const name = path.at(-1) ?? '';
    if (!this.#cells) return;
    if (cellNames.has(name)) {
      const last = this.#cells.length - 1;
      if (this.#inCell && this.#isShared) this.#cells[last] = this.#shared[Number(this.#cells[last])] ?? '';
      this.#inCell = false;
      this.#isShared = false;
    } else if (rowNames.has(name)) {
      const cells = this.#cells;
      this.#cells = undefined;
      if (this.#columns) this.#row++;
      this.#columns ??= cells;
      this.#identities.see(this.#columns, cells, this.#row);
    }
  }
}

/** Index of the column of a reference such as `AB12`; the next one where it says none. */
function columnOf(reference: string, next: number): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0];
  if (letters === undefined) return next;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
