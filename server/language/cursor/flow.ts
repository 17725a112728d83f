/** Where a cursor stands inside `[…]` or `{…}`. Offsets are relative to the text given. */
export interface FlowPlace {
  /** Containers from the outside: `{` with the key that leads further in (if any), `[` with none. */
  readonly steps: readonly FlowStep[];
  readonly at: 'key' | 'value';
  /** Start of the token under the cursor. */
  readonly tokenStart: number;
  /** Keys and raw values of the innermost mapping that stand before the cursor. */
  readonly siblings: ReadonlyMap<string, string>;
}

export type FlowStep = { readonly kind: 'item' } | { readonly kind: 'key'; readonly key: string };

interface Frame {
  readonly open: '[' | '{';
  readonly siblings: Map<string, string>;
  key: string | undefined;
  tokenStart: number;
}

/** Levels of brackets: a manifest has some ten. */
const deepest = 100;

/**
 * Reads a flow collection up to a cursor.
 * @param text from the opening bracket to the cursor
 * @returns undefined when the cursor is after the collection's end, or deeper than anything that means something
 */
export function flowPlace(text: string): FlowPlace | undefined {
  return placeOf(readFlow(text).frames, text);
}

/**
 * The keys of the innermost mapping that stand behind a cursor, and their raw values; none where its end is not there.
 * @param text from the end of the token under the cursor
 */
export function flowSiblingsAfter(text: string): ReadonlyMap<string, string> {
  const siblings = readFlow(`{${text}`).closed?.siblings ?? new Map<string, string>();
  // The value of a key that the cursor stands in.
  siblings.delete('');
  return siblings;
}

/** The collections that are open at the end of a text; where the outermost was closed, that one. */
function readFlow(text: string): { readonly frames: readonly Frame[]; readonly closed?: Frame } {
  const frames: Frame[] = [];
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
      continue;
    }
    const frame = frames.at(-1);
    if ((char === '"' || char === "'") && text.slice(frame?.tokenStart ?? at, at).trim() === '') quote = char;
    else if (char === '[' || char === '{') {
      if (frames.length === deepest) return { frames: [] };
      frames.push({ open: char, siblings: new Map(), key: undefined, tokenStart: at + 1 });
    } else if (char === ']' || char === '}') {
      const closed = frames.pop();
      if (closed && frames.length === 0) {
        endItem(closed, text, at);
        return { frames, closed };
      }
    } else if (frame && char === ',') endItem(frame, text, at);
    else if (
      frame?.open === '{' &&
      char === ':' &&
      /^(\s|$)/.test(text.slice(at + 1, at + 2)) &&
      frame.key === undefined
    ) {
      frame.key = unquote(text.slice(frame.tokenStart, at).trim());
      frame.tokenStart = at + 1;
    }
  }
  return { frames };
}

function placeOf(frames: readonly Frame[], text: string): FlowPlace | undefined {
  const last = frames.at(-1);
  if (!last) return undefined;
  const steps = frames.flatMap((frame): FlowStep[] => {
    if (frame.open === '[') return [{ kind: 'item' }];
    return frame.key === undefined ? [] : [{ kind: 'key', key: frame.key }];
  });
  let tokenStart = last.tokenStart;
  while (/\s/.test(text.charAt(tokenStart))) tokenStart++;
  const at = last.open === '{' && last.key === undefined ? 'key' : 'value';
  return { steps, at, tokenStart: Math.min(tokenStart, text.length), siblings: last.siblings };
}

function endItem(frame: Frame, text: string, at: number): void {
  if (frame.key !== undefined) frame.siblings.set(frame.key, unquote(text.slice(frame.tokenStart, at).trim()));
  frame.key = undefined;
  frame.tokenStart = at + 1;
}

export function unquote(text: string): string {
  const match = /^"(.*)"$/s.exec(text) ?? /^'(.*)'$/s.exec(text);
  return match?.[1] ?? text;
}
