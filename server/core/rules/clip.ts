import { shorten } from '../text/shorten';

/** The beginning of a text, on one line, for a message. */
export function clip(text: string, length = 160): string {
  return shorten(text, length);
}

/** A list for a message: its first items, and how many there are when that is not all. */
export function clipList(items: readonly string[], most = 6): string {
  return items.length <= most ? items.join(', ') : `${items.slice(0, most).join(', ')}… (${items.length})`;
}
