import type { Node } from 'yaml';
import { lineCounter } from './line-counter';
import type { DataText } from './read-data';

/** 1-based lines of what `readData` read of a text. Asked in the order of the text, they cost one look at it. */
export interface DataLines {
  /** On which a node begins; the first one for no node. */
  of(node: Node | null | undefined): number;
  /** At which the text stops being read: that of its first error, else where it is given up, else its first. */
  ofFault(data: DataText): number;
}

export function dataLines(text: string): DataLines {
  const lineAt = lineCounter(text, 1);
  return {
    of: (node) => lineAt(node?.range?.[0] ?? 0),
    ofFault: ({ document, unread }) => lineAt(document?.errors[0]?.pos[0] ?? unread?.at ?? 0),
  };
}
