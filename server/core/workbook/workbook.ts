/** A spreadsheet as the importer needs it: sheets of text cells. Made by host/workbook from the bytes of an .xlsx. */
export interface Workbook {
  /** In the order of the workbook's tabs. */
  readonly sheets: readonly Sheet[];
  /** Year from which a date without a format of one counts its days; absent for a text table, which does not say. */
  readonly epoch?: 1900 | 1904;
}

export interface Sheet {
  readonly name: string;
  /** True for a tab that the spreadsheet program does not show. */
  readonly hidden?: boolean;
  /** Rows with at least one non-empty cell, or a remark, in order. */
  readonly rows: readonly Row[];
}

export interface Row {
  /** 1-based, as the spreadsheet program numbers it: empty rows before it count. */
  readonly number: number;
  /** Text of each cell as displayed, index = column (0 is A); '' for an empty cell. Lines end with `\n`. */
  readonly cells: readonly string[];
  /** True for a row that the spreadsheet program does not show. */
  readonly hidden?: boolean;
  /** True for a row of which every cell is struck out; its cells hold the struck texts. */
  readonly struck?: boolean;
  /** What its cells hold beside what they show, in the order of the columns. */
  readonly remarks?: readonly CellRemark[];
  /** Cells that are filled with a colour, in the order of the columns; only where they were asked for. */
  readonly fills?: readonly CellFill[];
  /** Columns whose cell is a number, shown as one; only where fills were asked for. */
  readonly numbers?: readonly number[];
  /** Cells that lead somewhere, by a link behind them or by `HYPERLINK`; likewise. */
  readonly links?: readonly CellLink[];
}

export interface CellLink {
  /** Zero-based. */
  readonly column: number;
  /** As the workbook has it: an address, or a path of the machine that wrote it; not a place in the workbook. */
  readonly target: string;
}

export interface CellFill {
  /** Zero-based. */
  readonly column: number;
  /** Tells a colour from others of the same workbook; it is no colour to show. */
  readonly colour: string;
}

/**
 * Something that the text of a cell does not say.
 * - `error`: a value such as `#REF!`; the cell's text is empty.
 * - `uncomputed`: a formula that no program has computed; the cell's text is empty.
 * - `zero`: a formula of which the value is the number 0: not computed yet, or a link to an empty cell; the cell's text is
 *   empty.
 * - `struck`: words that are struck out; they are not in the cell's text.
 */
export interface CellRemark {
  /** Zero-based. */
  readonly column: number;
  readonly kind: 'error' | 'uncomputed' | 'zero' | 'struck';
  /** The error, the formula or the struck words. */
  readonly text: string;
}

/** @returns the letters of a zero-based column: 0 is `A`, 26 is `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
