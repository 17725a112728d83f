import { byteAt } from './byte-at';
import { decodeAs, oddSingleBytes, singleByteLetters, type SingleByte } from './legacy-encodings';

/** Encodings that a file of ours may be in although it should be UTF-8; `unknown` where none of them fits. */
export type OtherEncoding = SingleByte | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'unknown';

/** Why a file is not the UTF-8 that every file of ours is. */
export interface EncodingFault {
  /** The likely one; `mixed`: UTF-8 in some places, something else in others. */
  readonly encoding: OtherEncoding | 'mixed';
  /** 1-based line and column (in characters) of the first byte that is not UTF-8. */
  readonly line: number;
  readonly column: number;
  /** The same place in the text as it could be read, in UTF-16 units. */
  readonly offset: number;
}

/** What the bytes of a text file say. */
export interface DecodedText {
  /** As well as it can be read; the byte order mark of UTF-8 stays, as it must when the file is written again. */
  readonly text: string;
  /** Absent for UTF-8. What has one is never written back: its text is a guess. */
  readonly fault?: EncodingFault;
}

/** Decodes UTF-8, with U+FFFD for what is not; the platform does it far faster than we would. */
export type DecodeUtf8 = (bytes: Uint8Array) => string;

/**
 * Reads the bytes of a file of ours. UTF-8 is what it must be, with or without its mark; whatever else it is, the fault
 * says so and the text is the best reading of it.
 */
export function decodeText(bytes: Uint8Array, decodeUtf8: DecodeUtf8): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide)
    return { text: withoutMark(decodeAs(bytes, wide)), fault: { encoding: wide, line: 1, column: 1, offset: 0 } };
  const text = decodeUtf8(bytes);
  // A text may hold that character itself; without it there is no bad byte to look for.
  const bad = text.includes('\ufffd') ? firstBadByte(bytes) : -1;
  if (bad < 0) return { text };
  const head = decodeUtf8(bytes.subarray(0, bad));
  const line = head.split(/\r\n|\r|\n/).length;
  const column = withoutMark(head.replace(/^[^]*[\r\n]/, '')).length + 1;
  const encoding = likelyEncoding(bytes);
  const known = encoding !== 'unknown' && encoding !== 'mixed';
  return {
    text: known ? head + decodeAs(bytes.subarray(bad), encoding) : text,
    fault: { encoding, line, column, offset: head.length },
  };
}

/** Offset of the first byte that is not UTF-8 (RFC 3629: no overlong form, no surrogate), or -1. */
export function firstBadByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length;) {
    const size = sequenceAt(bytes, at);
    if (size === 0) return at;
    at += size;
  }
  return -1;
}

/** Bytes of the well-formed sequence that begins here; 0 where there is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = byteAt(bytes, at);
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const second = byteAt(bytes, at + 1);
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let next = 2; next < size; next++) {
    const byte = byteAt(bytes, at + next);
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return size;
}

/** Characters at the beginning that are looked at for the zero bytes of wide encodings: YAML begins with plain letters. */
const looked = 1024;

/** UTF-16 and UTF-32, by their mark, or by the zero bytes around plain letters. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  const length = Math.min(bytes.length, looked) & ~3;
  if (length === 0) return shortWide(bytes);
  /** Of the characters of four bytes, how many have a zero in this place. */
  const zeros = (place: number): number => {
    let count = 0;
    for (let at = place; at < length; at += 4) if (bytes[at] === 0) count++;
    return count / (length / 4);
  };
  const [w, x, y, z] = [zeros(0), zeros(1), zeros(2), zeros(3)];
  if (w > 0.9 && x > 0.9 && z < 0.1) return 'utf-32be';
  if (y > 0.9 && z > 0.9 && w < 0.1) return 'utf-32le';
  // A few letters outside Latin-1 have no zero byte; plain text in UTF-8 has none at all.
  if (x + z > 1.2 && w + y < 0.2) return 'utf-16le';
  if (w + y > 1.2 && x + z < 0.2) return 'utf-16be';
  return undefined;
}

function shortWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 2) return undefined;
  if (bytes[0] !== 0 && bytes[1] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] !== 0 ? 'utf-16be' : undefined;
}

function likelyEncoding(bytes: Uint8Array): EncodingFault['encoding'] {
  if (hasFrenchUtf8(bytes)) return 'mixed';
  if (bytes.includes(0) || oddSingleBytes(bytes)) return 'unknown';
  return singleByteLetters(bytes);
}

/**
 * Whether some letters or signs of French stand there in UTF-8 (`C3 A9`, `C2 A0`, `E2 80 99`): the file is then not of one
 * piece. Other sequences do not count: `É»` or `é »` with a no-break space, in windows-1252, look like one.
 */
function hasFrenchUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const [first, second] = [byteAt(bytes, at), byteAt(bytes, at + 1)];
    const french =
      first === 0xc2 || first === 0xc3 || first === 0xc5 || (first === 0xe2 && (second === 0x80 || second === 0x82));
    if (french && sequenceAt(bytes, at) > 0) return true;
  }
  return false;
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}
