import type { Node } from 'yaml';
import type { DataText } from './read-data';

/** 1-based line on which a node that `readData` read begins; the first one for no node. */
export function lineOf(text: string, node: Node | null | undefined): number {
  const [start] = node?.range ?? [0];
  return lineAt(text, start);
}

/** 1-based line at which a text stops being read: that of its first error, else where it is given up, else its first. */
export function lineOfFault(text: string, { document, unread }: DataText): number {
  const [error] = document?.errors ?? [];
  return lineAt(text, error?.pos[0] ?? unread?.at ?? 0);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
