import type { Locale } from './language';

/** A count as the language writes it: `1 234` in French, `1,234` in English. */
export function formatCount(count: number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(count);
}

/** A size in the language's units, with at most one decimal: `3,4 Mo`, `3.4 MB`. Units of 1,000, as file managers show. */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = locale === 'fr' ? ['octets', 'ko', 'Mo', 'Go', 'To'] : ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: unit === 0 ? 0 : 1 }).format(value);
  return `${figure} ${units[unit] ?? ''}`;
}
