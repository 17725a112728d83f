import { lineTokens, skipSpaces, type LineToken } from '../cursor/line-tokens';

/** Columns that a level of nesting takes. */
const step = 2;

/** A margin of the text: where it is and where it belongs. */
export interface Margin {
  readonly old: number;
  readonly fresh: number;
}

interface Level extends Margin {
  readonly kind: 'map' | 'list';
}

/** Lines that belong to a value which begins on an earlier line: they move with it, and nothing else happens to them. */
export interface Held {
  /** Line that the value begins on. */
  readonly owner: number;
}

export interface LayoutInput {
  /** Without their ends. */
  readonly lines: readonly string[];
  readonly held: ReadonlyMap<number, Held>;
  /** The margins around the first line, outermost first; its own, where that is known. */
  readonly around: readonly Margin[];
  /** The margin of what comes behind the lines: comments at their end may belong to it. */
  readonly next?: Margin;
}

/**
 * Lines as they are laid out: two columns a level, items of lists further in than their key, one blank behind a colon and a
 * dash, none at the end. An undefined line goes away: of several blank lines one stays. What is read stays what it is; who calls
 * makes sure.
 */
export function layoutLines({ lines, held, around, next }: LayoutInput): readonly (string | undefined)[] {
  const result: (string | undefined)[] = [...lines];
  const kind = lineTokens(lines[0] ?? '')[0]?.kind === 'dash' ? 'list' : 'map';
  const levels: Level[] = around.map((margin) => ({ ...margin, kind }));
  const moved = new Map<number, number>();
  let comments: number[] = [];
  let blank = false;
  const placeComments = (below: Margin | undefined) => {
    for (const at of comments) {
      const line = lines[at] ?? '';
      result[at] = indented(line, commentColumn(skipSpaces(line, 0), levels, below));
    }
    comments = [];
  };
  for (const [at, line] of lines.entries()) {
    const owner = held.get(at)?.owner;
    if (owner !== undefined) {
      result[at] = shifted(line, moved.get(owner) ?? 0);
      blank = false;
      continue;
    }
    if (line.trim() === '') {
      result[at] = blank ? undefined : '';
      blank = true;
      continue;
    }
    blank = false;
    const column = skipSpaces(line, 0);
    if (line[column] === '#') {
      comments.push(at);
      continue;
    }
    const tokens = lineTokens(line);
    const before = [...levels];
    const fresh = freshColumn(column, tokens[0]?.kind === 'dash' ? 'list' : 'map', levels, tokens.length > 0);
    // Comments belong to the line below, or to what stood above it.
    placeCommentsIn(before, levels, () => {
      placeComments({ old: column, fresh });
    });
    const laid = rebuilt(line, column, fresh, tokens, levels);
    result[at] = laid.text;
    moved.set(at, laid.by);
  }
  placeComments(next);
  return result;
}

/** Runs an action with the levels that were open before a line closed some of them. */
function placeCommentsIn(before: readonly Level[], levels: Level[], action: () => void): void {
  const now = levels.splice(0, levels.length, ...before);
  action();
  levels.splice(0, levels.length, ...now);
}

/** Where a line that begins at a column belongs; opens and closes levels. */
function freshColumn(column: number, kind: Level['kind'], levels: Level[], opens: boolean): number {
  for (let top = levels.at(-1); top; top = levels.at(-1)) {
    if (top.old < column) break;
    // A list may begin at the margin of its key.
    if (top.old === column && (top.kind === kind || kind === 'list')) break;
    levels.pop();
  }
  const top = levels.at(-1);
  if (top?.old === column && top.kind === kind) return top.fresh;
  const fresh = top ? top.fresh + step : 0;
  if (opens) levels.push({ old: column, fresh, kind });
  return fresh;
}

interface Laid {
  readonly text: string;
  /** Columns that what hangs on the line moves by. */
  readonly by: number;
}

function rebuilt(line: string, column: number, fresh: number, tokens: readonly LineToken[], levels: Level[]): Laid {
  let text = ' '.repeat(fresh);
  let at = column;
  let by = fresh - column;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'dash') {
      const next = tokens[index + 1];
      const rest = line.slice(at + 1, next?.column);
      text += rest.trim() === '' && next === undefined && /^\s*$/.test(line.slice(at + 1)) ? '-' : '- ';
      const start = at + 1 + (rest.length - rest.trimStart().length);
      text += line.slice(start, next?.column ?? start);
      at = next?.column ?? start;
      if (next) {
        by = text.length - next.column;
        levels.push({ old: next.column, fresh: text.length, kind: next.kind === 'dash' ? 'list' : 'map' });
      }
      continue;
    }
    const colon = line.indexOf(':', token.keyEnd);
    const value = line.slice(colon + 1);
    const gap = value.length - value.replace(/^ +/, '').length;
    // The way to a comment is a matter of taste.
    const keeps = gap <= 1 || value.slice(gap).startsWith('#') || value.trim() === '';
    text += line.slice(token.column, colon + 1) + (keeps ? value : ` ${value.slice(gap)}`);
    return { text: text.trimEnd(), by };
  }
  return { text: (text + line.slice(at)).trimEnd(), by };
}

/** A comment goes with the line below where it stands at its margin, else with what it stands in. */
function commentColumn(column: number, levels: readonly Level[], below: Margin | undefined): number {
  if (below?.old === column) return below.fresh;
  const around = levels.findLast(({ old }) => old <= column);
  return around ? around.fresh + (column - around.old) : column;
}

function indented(line: string, column: number): string {
  return (' '.repeat(column) + line.trimStart()).trimEnd();
}

function shifted(line: string, by: number): string {
  if (by >= 0) return line === '' ? line : ' '.repeat(by) + line;
  return line.slice(Math.min(-by, skipSpaces(line, 0)));
}
