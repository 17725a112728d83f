import { calendarDate } from './calendar-date';

/** A PDF date, `D:20261104101000+01'00'` (ISO 32000-1, 7.9.4), without its zone; undefined when it does not give the day. */
export function pdfDate(text: string): string | undefined {
  const match = /^\s*(?:D:)?(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second] = match.slice(1).map(Number);
  const time = [hour, minute, match[6] === undefined ? 0 : (second ?? 0)] as const;
  return calendarDate(year, month, day, match[4] === undefined ? undefined : time);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * The text of a PDF string, literal `(…)` or hexadecimal `<…>`, that begins `source`; undefined when none does or it does not
 * end. UTF-16 with a mark is decoded; other bytes are taken for Latin-1, which PDFDocEncoding is for the letters of names.
 */
export function pdfString(source: string): string | undefined {
  const bytes = source.startsWith('(') ? literalBytes(source) : hexadecimalBytes(source);
  if (bytes === undefined) return undefined;
  if (bytes.startsWith('\xfe\xff')) return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
  if (bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8');
  return bytes;
}

function literalBytes(source: string): string | undefined {
  let bytes = '';
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(source.slice(at + 1, at + 4))?.[0];
      const next = source.charAt(at + 1);
      bytes += octal === undefined ? (escapes[next] ?? next) : String.fromCharCode(parseInt(octal, 8) & 0xff);
      at += octal?.length ?? 1;
      continue;
    }
    if (character === '(' && depth++ === 0) continue;
    if (character === ')' && --depth === 0) return bytes;
    bytes += character;
  }
  return undefined;
}

function hexadecimalBytes(source: string): string | undefined {
  const digits = /^<([\da-fA-F\s]*)>/.exec(source)?.[1]?.replace(/\s/g, '');
  if (digits === undefined) return undefined;
  return Buffer.from(digits.length % 2 === 1 ? digits + '0' : digits, 'hex').toString('latin1');
}
