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
 * NULs that a crash or a rotation left in a journal are left out; lines are counted without them.
 * @returns undefined when the bytes are not text (NULs that UTF-16 does not explain, other control characters, letters of
 * another alphabet than that of ASCII alone, as in EBCDIC)
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decoded(bytes.subarray(3), 'utf-8', true);
  if (startsWith(bytes, [0xff, 0xfe])) return decoded(bytes.subarray(2), 'utf-16le', true);
  if (startsWith(bytes, [0xfe, 0xff])) return decoded(bytes.subarray(2), 'utf-16be', true);
  const nulAt = bytes.indexOf(0);
  if (nulAt >= 0) {
    const unmarked = unmarkedUtf16(bytes);
    if (unmarked) return decoded(bytes, unmarked, false);
    const text = withoutNuls(bytes);
    return text && decodeText(text);
  }
  if (isAscii(bytes)) return decoded(bytes, 'ascii', false);
  const text = utf8(bytes);
  if (text !== undefined) return { text, encoding: 'utf-8', bom: false };
  return isUnlikelyText(bytes) ? undefined : decoded(bytes, 'windows-1252', false);
}

function decoded(bytes: Uint8Array, encoding: TextFacts['encoding'], bom: boolean): DecodedText {
  const label = encoding === 'ascii' ? 'utf-8' : encoding;
  return { text: new TextDecoder(label, { ignoreBOM: true }).decode(bytes, { stream: true }), encoding, bom };
}

/** What is not NUL; undefined when it is no text either. All of a head may be NUL: what follows is then a text or not. */
function withoutNuls(bytes: Uint8Array): Uint8Array | undefined {
  const kept = bytes.filter((byte) => byte !== 0);
  if (kept.length > 0 && kept.length < shortestUnmarked) return undefined;
  let controls = 0;
  for (const byte of kept) if (byte < 32 && !textControls.has(byte)) controls++;
  if (controls > 0 || (kept.length > 0 && !isAscii(kept) && utf8(kept) === undefined && isDense(kept)))
    return undefined;
  return kept;
}

/**
 * What is neither UTF-8 nor written with the letters and digits of ASCII, or full of controls: numbers of a program, EBCDIC.
 * A few strange bytes among a text are left to it.
 */
function isUnlikelyText(bytes: Uint8Array): boolean {
  if (bytes.length < shortestUnmarked) return false;
  const looked = bytes.subarray(0, 64 * 1024);
  let plain = 0;
  let controls = 0;
  for (const byte of looked) {
    if (isAlphanumeric(byte)) plain++;
    else if (byte < 32 && !textControls.has(byte) && byte < 29 && byte !== 26) controls++;
  }
  return controls > looked.length / 50 || (plain < looked.length / 10 && isDense(looked));
}

function isAlphanumeric(byte: number): boolean {
  const lower = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (lower >= 0x61 && lower <= 0x7a);
}

/** Characters that texts have: backspace to carriage return, those of MLLP, escape. */
const textControls = new Set([8, 9, 10, 11, 12, 13, 27, 28]);

/** More letters outside of ASCII than a text in French has. */
function isDense(bytes: Uint8Array): boolean {
  let high = 0;
  for (const byte of bytes) if (byte > 127) high++;
  return high > bytes.length / 5;
}

/** Undefined when the bytes are not in UTF-8. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
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
  const encoding =
    odd > 0.7 * most && even === 0 ? 'utf-16le' : even > 0.7 * most && odd === 0 ? 'utf-16be' : undefined;
  // Texts in the files of a program stand beside numbers.
  return encoding && !hasControls(decoded(bytes.subarray(0, looked), encoding, false).text) ? encoding : undefined;
}

function hasControls(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- these are what a text has not
  return /[\x01-\x07\x0e-\x19\ufffd]/.test(text);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
