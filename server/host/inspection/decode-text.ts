import { isAscii } from 'node:buffer';

import type { TextFacts } from '../../core/evidence/inspection';

/** A text with what was found of its encoding. */
export interface DecodedText {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: TextFacts['encoding'];
  readonly bom: boolean;
}

/**
 * Decodes by byte order mark, then by validity: what is not valid UTF-8 is taken for windows-1252, which French software
 * still writes. No guess among single-byte encodings: their letters differ, and the digits and dates sought here do not.
 * @param bytes the whole content, or its beginning (a character cut at the end is left out)
 * @returns undefined when the bytes are not text (a NUL that UTF-16 does not explain)
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decoded(bytes.subarray(3), 'utf-8', true);
  if (startsWith(bytes, [0xff, 0xfe])) return decoded(bytes.subarray(2), 'utf-16le', true);
  if (startsWith(bytes, [0xfe, 0xff])) return decoded(bytes.subarray(2), 'utf-16be', true);
  const nulAt = bytes.indexOf(0);
  if (nulAt >= 0) {
    const unmarked = unmarkedUtf16(bytes);
    return unmarked && decoded(bytes, unmarked, false);
  }
  if (isAscii(bytes)) return decoded(bytes, 'ascii', false);
  return decoded(bytes, isUtf8(bytes) ? 'utf-8' : 'windows-1252', false);
}

function decoded(bytes: Uint8Array, encoding: TextFacts['encoding'], bom: boolean): DecodedText {
  const label = encoding === 'ascii' ? 'utf-8' : encoding;
  return { text: new TextDecoder(label, { ignoreBOM: true }).decode(bytes, { stream: true }), encoding, bom };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Bytes from which the place of the NULs says something. */
const shortestUnmarked = 16;

/** Latin text in UTF-16 has a NUL in nearly every second byte, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const looked = Math.min(bytes.length, 4096) & ~1;
  if (looked < shortestUnmarked) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < looked; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  const most = looked / 2;
  if (odd > 0.7 * most && even === 0) return 'utf-16le';
  return even > 0.7 * most && odd === 0 ? 'utf-16be' : undefined;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
