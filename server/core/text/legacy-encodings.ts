import { byteAt } from './byte-at';

/** Encodings of one byte a character that office software of Western Europe still writes. */
export type SingleByte = 'windows-1252' | 'iso-8859-15';

/** Bytes 80 to 9F of windows-1252 (Unicode consortium, CP1252.TXT); 0 where it has none. */
const windows1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

/** What ISO-8859-15 has in other places than ISO-8859-1 (Unicode consortium, 8859-15.TXT). */
const latin9: ReadonlyMap<number, number> = new Map([
  [0xa4, 0x20ac],
  [0xa6, 0x0160],
  [0xa8, 0x0161],
  [0xb4, 0x017d],
  [0xb8, 0x017e],
  [0xbc, 0x0152],
  [0xbd, 0x0153],
  [0xbe, 0x0178],
]);

/** Stands for what has no reading: the converter refuses it. */
const lost = 0xfffd;

/** Reads bytes in an encoding that is not UTF-8; whatever it does not have becomes U+FFFD. */
export function decodeAs(
  bytes: Uint8Array,
  encoding: SingleByte | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be',
): string {
  switch (encoding) {
    case 'windows-1252':
      return joined(bytes.length, (at) => ofWindows(byteAt(bytes, at)));
    case 'iso-8859-15':
      return joined(bytes.length, (at) => latin9.get(byteAt(bytes, at)) ?? byteAt(bytes, at));
    case 'utf-16le':
    case 'utf-16be': {
      const [high, low] = encoding === 'utf-16be' ? [0, 1] : [1, 0];
      const half = bytes.length >> 1;
      const text = joined(half, (at) => (byteAt(bytes, 2 * at + high) << 8) | byteAt(bytes, 2 * at + low));
      return wellFormed(text) + (bytes.length % 2 === 0 ? '' : '\ufffd');
    }
    case 'utf-32le':
    case 'utf-32be': {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const text = joined(bytes.length >> 2, (at) => {
        const code = view.getUint32(4 * at, encoding === 'utf-32le');
        return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? lost : code;
      });
      return text + (bytes.length % 4 === 0 ? '' : '\ufffd');
    }
  }
}

/**
 * Whether bytes are none of the two: windows-1252 has no such character, or has one that no French text puts there, such as
 * `soci‚t‚` (code page 850 of the DOS window) or `sociŽtŽ` (Mac OS Roman).
 */
export function oddSingleBytes(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const byte = byteAt(bytes, at);
    if (byte < 0x80 || byte > 0x9f) continue;
    if (ofWindows(byte) === lost) return true;
    if (opening.has(byte) && isSmall(bytes[at - 1])) return true;
    if (noLetter.has(byte) && isSmall(bytes[at - 1]) && isSmall(bytes[at + 1])) return true;
  }
  return false;
}

/** ‚ „ Š ‹ Ž: never behind a small letter. */
const opening: ReadonlySet<number> = new Set([0x82, 0x84, 0x8a, 0x8b, 0x8e]);
/** ƒ † ‡ ˆ ‰ “ ” • ˜ ™: never between two small letters. */
const noLetter: ReadonlySet<number> = new Set([0x83, 0x86, 0x87, 0x88, 0x89, 0x93, 0x94, 0x95, 0x98, 0x99]);

/** Which of the two it is; they differ in eight letters and signs, and in those of 80 to 9F, that only windows-1252 has. */
export function singleByteLetters(bytes: Uint8Array): SingleByte {
  let latin = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = byteAt(bytes, at);
    if (byte >= 0x80 && byte <= 0x9f) return 'windows-1252';
    // ½ beside a letter is œ; ¤ is nothing that anybody writes, € is.
    if (byte === 0xa4 || (latin9.has(byte) && (isLetter(bytes[at - 1]) || isLetter(bytes[at + 1])))) latin = true;
  }
  return latin ? 'iso-8859-15' : 'windows-1252';
}

function ofWindows(byte: number): number {
  return byte < 0x80 || byte > 0x9f ? byte : windows1252[byte - 0x80] || lost;
}

function isSmall(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x61 && byte <= 0x7a;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/** A surrogate without its other half cannot be written in UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

function joined(length: number, codeAt: (at: number) => number): string {
  const parts: string[] = [];
  for (let from = 0; from < length; from += 4096) {
    const codes: number[] = [];
    for (let at = from; at < Math.min(length, from + 4096); at++) codes.push(codeAt(at));
    // Half a pair of surrogates is a code point of its own: joining the parts puts the pair together.
    parts.push(String.fromCodePoint(...codes));
  }
  return parts.join('');
}
