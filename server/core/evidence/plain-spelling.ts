const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', nbsp: '\u00a0', quot: '"', apos: "'", lt: '<', gt: '>', rsquo: '’', laquo: '«', raquo: '»', deg: '°' },
  ...{ agrave: 'à', acirc: 'â', ccedil: 'ç', eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', icirc: 'î', iuml: 'ï' },
  ...{ ocirc: 'ô', ugrave: 'ù', ucirc: 'û', Agrave: 'À', Ccedil: 'Ç', Eacute: 'É', Egrave: 'È', Ecirc: 'Ê' },
};
/** What no reader shows and a search must not stumble on: NUL, soft hyphen, zero-width characters, marks of direction, accents set apart. */
const invisible = /[\u0300-\u036f\0\u00ad\u200b-\u200f\u2060\u202a-\u202e\ufeff]/g;
/** Spaces and dashes of printers, and the wide forms of ASCII that Asian keyboards write: each is one of a few. */
const printed = /[\u2000-\u200a\u205f\u3000\u2010-\u2015\u2212\uff01-\uff5e]/g;
/** Colours of a terminal (ECMA-48, SGR), whose escape character journals keep, show as `^[` or lose. */
const colours = new RegExp(
  String.raw`(?:\x1b|\^\[|\u241b)?\[\d{0,3}(?:;\d{0,3}){0,5}m|\x1b\[[\d;?]{0,12}[A-Za-ln-z]`,
  'g',
);
/** A number as spreadsheets store a long one: `2.81065145432112E14`, `2.8106514543211E+14`. */
const scientific = /(?<![\d.,])[1-478][.,]\d{9,16}E\+?1[24](?!\d)/gi;

/**
 * A text with the escapes undone that hide a number or its OID: percent signs (of an address, twice encoded ones too), entities
 * of markup, `\u0026` of JSON, `\T\` of HL7, colours of a terminal; and of what only looks otherwise: wide digits, printers' spaces and dashes, `2.79E14`. Line ends stay as they are, so that lines can be counted.
 */
export function plainSpelling(text: string): string {
  let plain = text;
  if (plain.includes('%')) plain = withoutPercent(withoutPercent(plain));
  if (plain.includes('\\u')) plain = plain.replace(/\\{1,4}u00([0-9a-f]{2})/gi, (_all, hex: string) => shown(hex, 16));
  if (plain.includes('[') && plain.includes('m')) plain = plain.replace(colours, '');
  if (plain.includes('\\,')) plain = plain.replace(/(?<=\d)\\,(?=\d)/g, ' ');
  if (plain.includes('\\T\\')) plain = plain.replaceAll('\\T\\', '&');
  if (plain.includes('&')) plain = withoutEntities(withoutEntities(plain));
  if (/\dE\+?1[24]/i.test(plain)) plain = plain.replace(scientific, writtenOut);
  return plain.replace(printed, plainForm).replace(invisible, '');
}

/** Its digits, when it is a whole number but for the noise of its last binary digit. */
function writtenOut(written: string): string {
  const value = Number(written.replace(',', '.'));
  const whole = Math.round(value);
  return Math.abs(value - whole) < 0.06 ? String(whole) : written;
}

function plainForm(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 ? '-' : '\u00a0';
}

function withoutPercent(text: string): string {
  return text.replace(/%([2-7][0-9a-f])/gi, (_all, hex: string) => shown(hex, 16)).replace(/%C2%A0/gi, '\u00a0');
}

function withoutEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi,
    (all, hex: string | undefined, decimal: string | undefined, name: string | undefined = '') => {
      if (hex !== undefined) return shown(hex, 16);
      if (decimal !== undefined) return shown(decimal, 10);
      return named[name] ?? named[name.toLowerCase()] ?? all;
    },
  );
}

/** The character of a code; a line end becomes a space. */
function shown(digits: string, base: 10 | 16): string {
  const code = Number.parseInt(digits, base);
  if (code > 0x10ffff) return ' ';
  return code === 10 || code === 13 ? ' ' : String.fromCodePoint(code);
}
