import type { Node } from 'yaml';
import { lineCounter } from './line-counter';
import type { DataText } from './read-data';
import { whatIsOpen } from './what-is-open';

/** 1-based lines of what `readData` read of a text. Asked in the order of the text, they cost one look at it. */
export interface DataLines {
  /** On which a node begins; the first one for no node. */
  of(node: Node | null | undefined): number;
  /**
   * At which the text stops being read: that of its first error (of what was opened there and not closed), else where it is
   * given up, else its first. Never one behind the last that says something.
   */
  ofFault(data: DataText): number;
  /** On which a second document begins. */
  ofSecond(data: DataText): number;
}

/** Errors of which it is sought what they left open: each takes a look at the text. */
const mostLooks = 20;

export function dataLines(text: string): DataLines {
  const lineAt = lineCounter(text, 1);
  return {
    of: (node) => lineAt(node?.range?.[0] ?? 0),
    ofFault: ({ document, unread }) => {
      const places = (document?.errors ?? [])
        .slice(0, mostLooks)
        .map(({ pos: [at], message }) => whatIsOpen(text, at, message)?.range.start ?? at);
      const first = places.reduce((least, at) => Math.min(least, at), Infinity);
      return lineAt(Math.min(first === Infinity ? (unread?.at ?? 0) : first, text.trimEnd().length));
    },
    ofSecond: ({ secondAt = 0 }) => lineAt(secondAt),
  };
}
