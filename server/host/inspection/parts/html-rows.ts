import { plainSpelling } from '../../../core/evidence/plain-spelling';
import { htmlText } from './html-text';

/** A row of a page: a row of a table, or the named fields of a form. */
export interface HtmlRow {
  readonly cells: readonly string[];
  /** Names of the fields; absent in a table. */
  readonly names?: readonly string[];
  /** The row is the first of its table. */
  readonly isFirst: boolean;
}

const tableTag = /<(\/?)(table|tr|td|th)(?![\w:-])[^<>]{0,2000}>/gi;
const fieldTag = /<(?:input|option|meta|button|data)(?![\w:-])([^<>]{0,4000})>/gi;
const attribute =
  /(?<![\w:-])(name|id|value|content)\s{0,3}=\s{0,3}(?:"([^"]{0,500})"|'([^']{0,500})'|([^\s"'<>]{1,500}))/gi;
/** Characters of a cell, cells of a row, fields of a page. */
const longest = 2000;
const most = 1000;

/** The rows of the tables of a page, and its named fields as one row, each tag looked at once. */
export function* htmlRows(html: string): Generator<HtmlRow> {
  let cells: string[] | undefined;
  let from = -1;
  let isFirst = true;
  const endCell = (at: number): void => {
    if (from >= 0 && cells && cells.length < most)
      cells.push(plainSpelling(htmlText(html.slice(from, Math.min(at, from + longest)))).trim());
    from = -1;
  };
  for (const { 0: all, 1: closing, 2: tag = '', index } of html.matchAll(tableTag)) {
    const name = tag.toLowerCase();
    endCell(index);
    if (name === 'td' || name === 'th') {
      if (closing === '') {
        cells ??= [];
        from = index + all.length;
      }
      continue;
    }
    if (cells && cells.length > 0) {
      yield { cells, isFirst };
      isFirst = false;
    }
    cells = undefined;
    if (name === 'table') isFirst = true;
  }
  endCell(html.length);
  if (cells && cells.length > 0) yield { cells, isFirst };
  const fields = namedFields(html);
  if (fields.cells.length > 0) yield { ...fields, isFirst: true };
}

function namedFields(html: string): { names: string[]; cells: string[] } {
  const names: string[] = [];
  const cells: string[] = [];
  for (const [, written = ''] of html.matchAll(fieldTag)) {
    const given = new Map<string, string>();
    for (const [, name = '', double, single, bare] of written.matchAll(attribute))
      given.set(name.toLowerCase(), double ?? single ?? bare ?? '');
    const value = given.get('value') ?? given.get('content');
    const name = given.get('name') ?? given.get('id');
    if (value === undefined || value === '' || name === undefined || names.length >= most) continue;
    names.push(name);
    cells.push(plainSpelling(value));
  }
  return { names, cells };
}
