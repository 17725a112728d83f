const named: Readonly<Record<string, string>> = { amp: '&', nbsp: '\u00a0', quot: '"', apos: "'", lt: '<', gt: '>' };
/** What no reader shows and a search must not stumble on: NUL, soft hyphen, zero-width characters, marks of direction. */
const invisible = /[\0\u00ad\u200b-\u200f\u2060\u202a-\u202e\ufeff]/g;

/**
 * A text with the escapes undone that hide a number or its OID: percent signs (of an address, twice encoded ones too), entities
 * of markup, `\u0026` of JSON, `\T\` of HL7. Line ends stay as they are, so that lines can be counted.
 */
export function plainSpelling(text: string): string {
  let plain = text;
  if (plain.includes('%')) plain = withoutPercent(withoutPercent(plain));
  if (plain.includes('\\u')) plain = plain.replace(/\\{1,4}u00([0-9a-f]{2})/gi, (_all, hex: string) => shown(hex, 16));
  if (plain.includes('\\T\\')) plain = plain.replaceAll('\\T\\', '&');
  if (plain.includes('&')) plain = withoutEntities(withoutEntities(plain));
  return plain.replace(invisible, '');
}

function withoutPercent(text: string): string {
  return text.replace(/%([2-7][0-9a-f])/gi, (_all, hex: string) => shown(hex, 16)).replace(/%C2%A0/gi, '\u00a0');
}

function withoutEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|nbsp|quot|apos|lt|gt));/gi,
    (all, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (hex !== undefined) return shown(hex, 16);
      if (decimal !== undefined) return shown(decimal, 10);
      return named[name?.toLowerCase() ?? ''] ?? all;
    },
  );
}

/** The character of a code; a line end becomes a space. */
function shown(digits: string, base: 10 | 16): string {
  const code = Number.parseInt(digits, base);
  if (code > 0x10ffff) return ' ';
  return code === 10 || code === 13 ? ' ' : String.fromCodePoint(code);
}
