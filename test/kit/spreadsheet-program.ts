import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { columnLetters } from '../../server/core/workbook/workbook';

/** A cell as a spreadsheet program holds it: a text, or a number with whether it is shown as a day. */
export type HeldCell = string | { readonly number: number; readonly isDay: boolean } | { readonly formula: string };

export interface HeldSheet {
  name: string;
  state: string | undefined;
  /** By row, then by column, both from 0. */
  rows: (HeldCell | undefined)[][];
}

export interface SaveWishes {
  /** Texts in a table of their own, as Excel and LibreOffice write them. */
  readonly shared?: boolean;
  /** Without styles a day is a number like any other. */
  readonly styles?: boolean;
  /** A text that looks like a number becomes one, as in programs that convert. */
  readonly numbers?: boolean;
  /** `xml:space="preserve"` is left out, and blanks at the ends with it. */
  readonly blanks?: boolean;
  readonly epoch?: 1904;
}

/**
 * What another program does with a workbook of ours: opens it, lets it be edited and writes it in its own way. It shares
 * nothing with the writer and the reader under test.
 */
export class SpreadsheetProgram {
  readonly sheets: HeldSheet[];

  constructor(bytes: Uint8Array) {
    const parts = unzipSync(bytes);
    const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    const styles = [...text('xl/styles.xml').matchAll(/<cellXfs.*<\/cellXfs>/g)].join('');
    const formats = [...styles.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => Number(id));
    this.sheets = [...text('xl/workbook.xml').matchAll(/<sheet ([^>]*)\/>/g)].map(([, attributes = ''], index) => ({
      name: unescape(/name="([^"]*)"/.exec(attributes)?.[1] ?? ''),
      state: /state="(\w+)"/.exec(attributes)?.[1],
      rows: rowsOf(text(`xl/worksheets/sheet${index + 1}.xml`), formats),
    }));
  }

  sheet(name: string | RegExp): HeldSheet {
    const found = this.sheets.find((one) => (typeof name === 'string' ? one.name === name : name.test(one.name)));
    assert.ok(found, `no sheet ${String(name)} among ${this.sheets.map((one) => one.name).join(', ')}`);
    return found;
  }

  /** Where a form has a row and a column, by the ids that are hidden in it, or by what its cells show. */
  find(sheet: string | RegExp, row: string | RegExp, id: string): readonly [row: number, column: number] {
    const { rows } = this.sheet(sheet);
    const column = rows.map((cells) => cells.indexOf(`segur:${id}`)).find((at) => at >= 0) ?? -1;
    const at = rows.findIndex((cells, index) => {
      return index > 2 && cells.some((cell) => typeof cell === 'string' && (typeof row === 'string' ? cell === row : row.test(cell))); // prettier-ignore
    });
    assert.ok(column >= 0 && at >= 0, `no cell ${String(row)} ${id}`);
    return [at, column];
  }

  get(sheet: string | RegExp, row: string | RegExp, id: string): HeldCell | undefined {
    const [at, column] = this.find(sheet, row, id);
    return this.sheet(sheet).rows[at]?.[column];
  }

  set(sheet: string | RegExp, row: string | RegExp, id: string, value: HeldCell | undefined): string {
    const [at, column] = this.find(sheet, row, id);
    const cells = this.sheet(sheet).rows[at];
    assert.ok(cells);
    cells[column] = value === '' ? undefined : value;
    return `${columnLetters(column)}${at + 1}`;
  }

  /** The bytes that the program writes. */
  save({ shared = true, styles = true, numbers = false, blanks = true, epoch }: SaveWishes = {}): Uint8Array {
    const table: string[] = [];
    const shift = epoch === 1904 ? 1462 : 0;
    const cellXml = (cell: HeldCell | undefined, at: string): string => {
      if (cell === undefined) return '';
      if (typeof cell === 'object' && 'formula' in cell) return `<c r="${at}"><f>${escape(cell.formula)}</f></c>`;
      if (typeof cell === 'object')
        return `<c r="${at}"${cell.isDay && styles ? ' s="1"' : ''}><v>${cell.number - (cell.isDay ? shift : 0)}</v></c>`;
      if (numbers && /^\d+(?:\.\d+)?$/.test(cell)) return `<c r="${at}"><v>${Number(cell)}</v></c>`;
      const text = `<t${blanks ? ' xml:space="preserve"' : ''}>${escape(blanks ? cell : cell.trim())}</t>`;
      if (!shared) return `<c r="${at}" t="inlineStr"><is>${text}</is></c>`;
      table.push(`<si>${text}</si>`);
      return `<c r="${at}" t="s"><v>${table.length - 1}</v></c>`;
    };
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const parts: Record<string, string> = {
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<x:workbook xmlns:x="${main}" xmlns:r="${office}"><x:workbookPr${epoch === 1904 ? ' date1904="1"' : ''}/><x:sheets>${this.sheets
        .map(({ name, state }, index) => `<x:sheet name="${escape(name)}" sheetId="${index + 7}"${state === undefined ? '' : ' state="hidden"'} r:id="s${index}"/>`)
        .join('')}</x:sheets></x:workbook>`,
      'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    }; // prettier-ignore
    const relations = [`<Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/>`];
    for (const [index, { rows }] of this.sheets.entries()) {
      const body = rows.map((cells, row) => {
        const each = cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row + 1}`)).join('');
        return each === '' ? '' : `<row r="${row + 1}">${each}</row>`;
      });
      parts[`xl/worksheets/s${index}.xml`] =
        `<worksheet xmlns="${main}"><cols><col min="1" max="40" width="60"/></cols><sheetData>${body.join('')}</sheetData></worksheet>`;
      relations.push(`<Relationship Id="s${index}" Type="${office}/worksheet" Target="worksheets/s${index}.xml"/>`);
    }
    if (shared) {
      parts['xl/sharedStrings.xml'] = `<sst xmlns="${main}">${table.join('')}</sst>`;
      relations.push(`<Relationship Id="strings" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`);
    }
    parts['xl/_rels/workbook.xml.rels'] =
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;
    return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
      level: 1,
    });
  }
}

/** The number of a day, counted from 1900. */
export function dayNumber(day: string): HeldCell {
  return { number: (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000, isDay: true };
}

function rowsOf(xml: string, formats: readonly number[]): (HeldCell | undefined)[][] {
  const rows: (HeldCell | undefined)[][] = [];
  for (const [, number = '', body = ''] of xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gs)) {
    const cells: (HeldCell | undefined)[] = [];
    for (const [, letters = '', style = '', content = ''] of body.matchAll(
      /<c r="([A-Z]+)\d+" s="(\d+)"[^>]*?(?:\/>|>(.*?)<\/c>)/gs,
    )) {
      const text = /<t[^>]*>(.*?)<\/t>/s.exec(content)?.[1];
      const value = /<v>(.*?)<\/v>/.exec(content)?.[1];
      if (text !== undefined) cells[columnOf(letters)] = unescape(text);
      else if (value !== undefined)
        cells[columnOf(letters)] = { number: Number(value), isDay: formats[Number(style)] === 164 };
    }
    rows[Number(number) - 1] = Array.from(cells);
  }
  return Array.from(rows, (cells: (HeldCell | undefined)[] | undefined) => cells ?? []);
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
