import { columnOf } from './cell-reference';

/** Where a formula stands, both from 0. */
export interface FormulaPlace {
  readonly row: number;
  readonly column: number;
}

/** A cell that a formula refers to, moved with the formula where it is one of several that share a text. */
export interface FormulaShift {
  readonly rows: number;
  readonly columns: number;
}

const unmoved: FormulaShift = { rows: 0, columns: 0 };

/**
 * Where `HYPERLINK(…)` leads: its first argument, where that is made of texts and cells of the same sheet.
 * @param formula as the file has it, with or without `=`; names of functions are English there, whoever wrote it
 * @param textAt what a cell shows
 * @returns undefined for another formula, or a target that is computed in another way
 */
export function hyperlinkTarget(
  formula: string,
  textAt: (place: FormulaPlace) => string | undefined,
  shift: FormulaShift = unmoved,
): string | undefined {
  const begin = /^\s*(?:=\s*)?HYPERLINK\s*\(/i.exec(formula)?.[0];
  if (begin === undefined) return undefined;
  const [first] = argumentsFrom(formula, begin.length);
  return first === undefined ? undefined : valueOf(first, textAt, shift, 0)?.trim();
}

/** Functions in functions that are followed; what is deeper is no link that somebody typed. */
const mostDepth = 5;

function valueOf(
  expression: string,
  textAt: (place: FormulaPlace) => string | undefined,
  shift: FormulaShift,
  depth: number,
): string | undefined {
  const parts = splitAt(expression, '&');
  const values = parts.map((part): string | undefined => {
    const text = part.trim();
    if (/^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
    if (/^\d+(?:\.\d+)?$/.test(text)) return text;
    const cell = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/i.exec(text);
    if (cell) {
      const [, fixedColumn = '', letters = '', fixedRow = '', digits = ''] = cell;
      return textAt({
        column: columnOf(letters) + (fixedColumn === '' ? shift.columns : 0),
        row: Number(digits) - 1 + (fixedRow === '' ? shift.rows : 0),
      });
    }
    const joined = /^(?:_xlfn\.)?CONCAT(?:ENATE)?\s*\(/i.exec(text)?.[0];
    if (joined === undefined || depth >= mostDepth || !text.endsWith(')')) return undefined;
    const inside = argumentsFrom(text, joined.length).map((one) => valueOf(one, textAt, shift, depth + 1));
    return inside.every((one) => one !== undefined) ? inside.join('') : undefined;
  });
  return values.every((value) => value !== undefined) ? values.join('') : undefined;
}

/** The arguments of a call, from behind its parenthesis to the one that closes it. */
function argumentsFrom(formula: string, start: number): readonly string[] {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < formula.length; at++) {
    const one = formula[at];
    if (one === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (one === '(') depth++;
    else if (one === ')' && depth-- === 0) return splitAt(formula.slice(start, at), ',');
  }
  return [];
}

/** Splits at a mark that stands neither between quotes nor in parentheses. */
function splitAt(text: string, mark: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const one = text[at];
    if (one === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (one === '(') depth++;
    else if (one === ')') depth--;
    else if (one === mark && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
