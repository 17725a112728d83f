import { decodeAs } from './legacy-encodings';
import type { OtherEncoding } from './encoding';

/** Encodings that a file can be converted from, as the command line names them. */
export const sourceEncodings = [
  'windows-1252',
  'iso-8859-15',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
] as const satisfies readonly OtherEncoding[];

export type SourceEncoding = (typeof sourceEncodings)[number];

/** A text, or the 1-based line on which something would be lost. */
export type Conversion =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'loss'; readonly line: number };

/** What no text file holds: U+FFFD stands for what an encoding does not have, a control character for a wrong guess. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const loss = /[\ufffd\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/**
 * Reads a file in an encoding, its line ends as they are, without byte order mark. No two byte sequences of these encodings
 * give the same character, so that a text without {@link loss} turns back into the same bytes.
 */
export function convert(bytes: Uint8Array, encoding: SourceEncoding): Conversion {
  // Plain letters of a wide encoding have zero bytes; without any, the bytes are something else.
  if (encoding.startsWith('utf-') && !bytes.includes(0)) return { kind: 'loss', line: 1 };
  const text = decodeAs(bytes, encoding).replace(/^\ufeff/, '');
  const at = text.search(loss);
  if (at >= 0) return { kind: 'loss', line: text.slice(0, at).split(/\r\n|\r|\n/).length };
  return { kind: 'text', text };
}
