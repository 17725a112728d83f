/** How a number format shows a number, as far as ids, figures and dates need it. */
export type NumberFormat =
  | { readonly kind: 'general' }
  | {
      readonly kind: 'fixed';
      /** Fewest digits before the point: `00` shows 7 as `07`. */
      readonly whole: number;
      readonly decimals: number;
      readonly percent: boolean;
      /** Literal text around the number (`"v"0.0`). */
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'date'; readonly hasTime: boolean; readonly hasDay: boolean };

const general: NumberFormat = { kind: 'general' };

/** Formats that need no declaration (ECMA-376 part 1, 18.8.30). */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};

/** @param code the declared format code, or undefined for the built-in format `id` */
export function parseNumberFormat(id: number, code: string | undefined): NumberFormat {
  const first = (code ?? builtIn[id] ?? 'General').split(';')[0] ?? '';
  // Literals, colours, conditions and padding say nothing about digits.
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^[\]]*\]/gi, '');
  if (/[ymdhs]/i.test(bare) && !/general|standard/i.test(bare)) {
    return { kind: 'date', hasTime: /[hs]/i.test(bare), hasDay: /[yd]/i.test(bare) || hasMonth(bare.toLowerCase()) };
  }
  const digits = new RegExp(`^(${literal}*)([#,]*)(0+(?:,000)*)(?:\\.(0+))?( ?%)?(${literal}*)$`).exec(
    first.replace(/\[[^[\]]*\]|[_*]./g, '').trim(),
  );
  if (digits === null) return general;
  const [, before = '', , whole = '', decimals = '', percent = '', after = ''] = digits;
  return {
    kind: 'fixed',
    whole: whole.replaceAll(',', '').length,
    decimals: decimals.length,
    percent: percent !== '',
    before: unquoted(before),
    after: unquoted(after),
  };
}

/** `m` is a month where no hour stands before it and no second behind it, else a minute. */
function hasMonth(code: string): boolean {
  const hour = code.indexOf('h');
  return code.slice(code.lastIndexOf('s') + 1, hour < 0 ? undefined : hour).includes('m');
}

/** Quoted text, an escaped character, or one of those shown without quotes (ECMA-376 part 1, 18.8.31). */
const literal = String.raw`(?:"[^"]*"|\\.|[ $€()+:/-])`;

function unquoted(text: string): string {
  return text.replace(/"([^"]*)"|\\(.)/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '');
}

/**
 * @param stored the number as written in the file
 * @param epoch1904 whether the workbook counts days from 1904
 * @returns the number as displayed, with a decimal point and without thousands separators; dates as `YYYY-MM-DD`, with
 * ` HH:MM:SS` when the format shows a time.
 */
export function showNumber(stored: string, format: NumberFormat, epoch1904: boolean): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  if (format.kind === 'date') return showDate(value, format, epoch1904) ?? showGeneral(value);
  if (format.kind === 'fixed') {
    const [whole = '', decimals] = Math.abs(format.percent ? value * 100 : value)
      .toFixed(format.decimals)
      .split('.');
    const digits = whole.padStart(format.whole, '0') + (decimals === undefined ? '' : `.${decimals}`);
    return `${value < 0 ? '-' : ''}${format.before}${digits}${format.percent ? ' %' : ''}${format.after}`;
  }
  return showGeneral(value);
}

/** Spreadsheets keep 15 significant digits: `0.30000000000000004` is shown as `0.3`. */
function showGeneral(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function showDate(
  serial: number,
  format: { readonly hasTime: boolean; readonly hasDay: boolean },
  epoch1904: boolean,
): string | undefined {
  // Serial 60 is the 29 February 1900 that never was: days before it are one off, and no workbook of ours has them.
  const epoch = epoch1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(epoch + Math.round(serial * 86_400) * 1000);
  if (serial < 0 || Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString();
  const day = iso.slice(0, 10);
  const time = iso.slice(11, 19);
  if (!format.hasDay) return time;
  return format.hasTime ? `${day} ${time}` : day;
}
