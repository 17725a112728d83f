import type { OffsetRange } from '../../core/text/offset-range';
import { flowPlace, flowSiblingsAfter, unquote, type FlowStep } from './flow';
import { isSilent, lineTokens, skipSpaces, valueEnd, type LineToken } from './line-tokens';
import { TextLines } from './text-lines';

/** One step from the top of a manifest towards the cursor. */
export type PathStep = FlowStep;

/**
 * Where a cursor stands in a manifest, told from indentation alone: a half-typed file, which no parser understands,
 * still has a left margin.
 */
export interface CursorContext {
  /** `key`: a key of the container that `path` leads to is (or would be) here. `value`: the value that `path` leads to. */
  readonly at: 'key' | 'value';
  readonly path: readonly PathStep[];
  /** What is typed of the token before the cursor, without an opening quote. */
  readonly prefix: string;
  /** The whole token, which a completion replaces. On one line. */
  readonly replace: OffsetRange;
  /** The whole token as it is, without quotes. */
  readonly token: string;
  /** Other keys of the same mapping and their values on the same line, unquoted. */
  readonly siblings: ReadonlyMap<string, string>;
  /** Column at which a key stands or would stand. */
  readonly column: number;
  /** Inside `[…]` or `{…}`. */
  readonly flow: boolean;
  /** At a key: whether its colon is already there. */
  readonly hasColon: boolean;
  /** The cursor is right after a `- ` of its own line, or further in that item's first line. */
  readonly afterDash: boolean;
  /** A blank when the text before the token wants one (`statut:`, `-`), else empty. */
  readonly glue: '' | ' ';
}

/** @returns undefined in a comment, in a block of text (`|`, `>`), or where nothing can be told. */
export function cursorContext(text: string, offset: number): CursorContext | undefined {
  const lines = new TextLines(text, offset);
  const line = lines.current;
  const cursor = offset - lines.start;
  if (inComment(line, cursor)) return undefined;
  const tokens = lineTokens(line);
  const key = tokens.find((token) => token.kind === 'key');
  const dashes = tokens.filter((token) => token.kind === 'dash' && token.column < cursor);
  const inValue = key !== undefined && cursor > key.keyEnd && cursor >= Math.min(key.valueStart, line.length);
  const column = key?.column ?? contentColumn(line, cursor, dashes.at(-1)?.column);
  const own: LineToken[] = tokens.filter((token) => token.column < column);
  const above = climb(lines, own, column);
  if (above.inText) return undefined;
  if (above.flowStart !== undefined) return inFlow(text, offset, above.flowStart, above.path, column);
  const path = inValue ? [...above.path, keyStep(key)] : above.path;
  const open = flowAt(line, inValue ? key.valueStart : column, cursor);
  if (open !== undefined) return inFlow(text, offset, lines.start + open, path, column);
  const base = { flow: false, column, afterDash: dashes.length > 0 };
  if (inValue) {
    const end = Math.max(cursor, valueEnd(line, key.valueStart));
    return {
      ...base,
      at: 'value',
      path,
      ...tokenOf(line, key.valueStart, end, cursor, lines.start),
      siblings: siblingsOf(lines, column, above.siblings),
      hasColon: true,
    };
  }
  const end = key ? key.keyEnd : Math.max(cursor, valueEnd(line, Math.min(column, line.length)));
  return {
    ...base,
    at: 'key',
    path,
    ...tokenOf(line, Math.min(column, cursor), end, cursor, lines.start),
    siblings: siblingsOf(lines, column, above.siblings),
    hasColon: key !== undefined,
  };
}

function keyStep(token: Extract<LineToken, { kind: 'key' }>): PathStep {
  return { kind: 'key', key: token.key };
}

function inComment(line: string, cursor: number): boolean {
  const comment = /(?:^|\s)#/.exec(line.slice(0, cursor));
  if (!comment) return false;
  const before = line.slice(0, comment.index);
  return (before.split('"').length - 1) % 2 === 0;
}

/** Column of the content that is (or would be) typed at the cursor. */
function contentColumn(line: string, cursor: number, dash: number | undefined): number {
  const first = skipSpaces(line, dash === undefined ? 0 : dash + 1);
  return Math.min(first, Math.max(cursor, dash === undefined ? 0 : dash + 1));
}

function tokenOf(
  line: string,
  start: number,
  end: number,
  cursor: number,
  base: number,
): Pick<CursorContext, 'prefix' | 'replace' | 'token' | 'glue'> {
  const stop = Math.max(start, end);
  return {
    glue: /[:-]$/.test(line.slice(0, start)) ? ' ' : '',
    prefix: line.slice(start, cursor).replace(/^["']/, ''),
    token: unquote(line.slice(start, stop).trim()),
    replace: { start: base + start, end: base + stop },
  };
}

/** Column of the `[` or `{` that opens at `start` of this line, before the cursor, if any. */
function flowAt(line: string, start: number, cursor: number): number | undefined {
  const first = line[start];
  return (first === '[' || first === '{') && start < cursor ? start : undefined;
}

/** Characters behind a cursor in which the end of its braces is looked for: nobody writes longer ones by hand. */
const mostOfFlow = 2000;

function inFlow(
  text: string,
  offset: number,
  open: number,
  path: readonly PathStep[],
  column: number,
): CursorContext | undefined {
  const place = flowPlace(text.slice(open, offset));
  if (!place) return undefined;
  const start = open + place.tokenStart;
  // Neither what ends the item nor a comment is of the token.
  const behind = /^(?:[^,\]}\r\n]*?[^,\]}\s])??(?=\s*(?:[,\]}\r\n]|:\s|$)|\s+#)/.exec(text.slice(offset, offset + 500));
  const rest = /^\s#/.test(text.slice(offset - 1, offset + 1)) ? '' : (behind?.[0] ?? '');
  // Empty brackets are a value of their own: half of them is none.
  const empty =
    text.slice(start, offset).trim() === '' && /^ *(?:\[ *\]|\{ *\})/.exec(text.slice(offset, offset + 500));
  const end =
    offset + (place.at === 'key' ? (rest.split(/:(?=\s|$)/)[0] ?? '').length : empty ? empty[0].length : rest.length);
  return {
    at: place.at,
    path: [...path, ...place.steps],
    prefix: text.slice(start, offset).replace(/^["']/, ''),
    token: unquote(text.slice(start, end).trim()),
    replace: { start, end },
    siblings: new Map([...place.siblings, ...flowSiblingsAfter(text.slice(end, end + mostOfFlow))]),
    column,
    flow: true,
    hasColon: /^\s*:(\s|$)/.test(text.slice(end, end + 10)),
    afterDash: false,
    glue: /[:,]$/.test(text.slice(open, start)) ? ' ' : '',
  };
}

/** Climbs the left margin from the cursor's line to the top, noting what it passes. */
class MarginWalk {
  readonly path: PathStep[] = [];
  readonly siblings = new Map<string, string>();
  /** The cursor's line belongs to a block of text. */
  inText = false;
  /** Offset of the flow collection that a line above opened around the cursor. */
  flowStart: number | undefined;
  #column: number;
  #atDash = false;
  /** Still among the keys of the cursor's own mapping. */
  #besideCursor = true;

  constructor(column: number) {
    this.#column = column;
  }

  get atTop(): boolean {
    return this.#column === 0 && !this.#atDash && !this.#besideCursor;
  }

  passes(indent: number): boolean {
    return indent > this.#column;
  }

  visit(token: LineToken, line: string, start: number): void {
    if (token.kind === 'dash') {
      if (token.column < this.#column) this.#step({ kind: 'item' }, token.column);
      return;
    }
    if (token.column === this.#column && !this.#atDash) {
      if (this.#besideCursor) this.siblings.set(token.key, valueText(line, token));
    } else if (token.column <= this.#column) {
      if (this.path.length === 0) this.#lookAtValue(line[token.valueStart], start + token.valueStart);
      this.#step({ kind: 'key', key: token.key }, token.column);
    }
  }

  #lookAtValue(first: string | undefined, offset: number): void {
    if (first === '|' || first === '>') this.inText = true;
    if (first === '[' || first === '{') this.flowStart = offset;
  }

  #step(step: PathStep, column: number): void {
    this.path.unshift(step);
    this.#column = column;
    this.#atDash = step.kind === 'item';
    this.#besideCursor = false;
  }
}

/** @param own the tokens on the cursor's line left of `column` */
function climb(lines: TextLines, own: readonly LineToken[], column: number): MarginWalk {
  const climber = new MarginWalk(column);
  for (const token of [...own].reverse()) climber.visit(token, lines.current, lines.start);
  for (const { line, start } of lines.above()) {
    if (climber.atTop) break;
    if (isSilent(line) || climber.passes(skipSpaces(line, 0))) continue;
    for (const token of lineTokens(line).reverse()) climber.visit(token, line, start);
  }
  return climber;
}

function siblingsOf(lines: TextLines, column: number, found: Map<string, string>): ReadonlyMap<string, string> {
  for (const { line } of lines.below()) {
    if (isSilent(line)) continue;
    const indent = skipSpaces(line, 0);
    if (indent < column) break;
    if (indent > column) continue;
    for (const token of lineTokens(line)) {
      if (token.kind === 'dash') return found;
      found.set(token.key, valueText(line, token));
    }
  }
  return found;
}

function valueText(line: string, token: Extract<LineToken, { kind: 'key' }>): string {
  return unquote(line.slice(token.valueStart, valueEnd(line, token.valueStart)));
}
