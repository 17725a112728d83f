import type { Locale } from './locale';

// Intl's objects take long to make, and a command that counts nothing needs none: each is made when first used, and kept.
const numbers = new Map<Locale, Intl.NumberFormat>();
const plurals = new Map<Locale, Intl.PluralRules>();
const tenths = new Map<Locale, Intl.NumberFormat>();
const instants = new Map<Locale, Intl.DateTimeFormat>();

function kept<T>(made: Map<Locale, T>, locale: Locale, make: () => T): T {
  let one = made.get(locale);
  if (one === undefined) {
    one = make();
    made.set(locale, one);
  }
  return one;
}

/** A number as the language writes it: `1 234,5` in French (with a narrow no-break space), `1,234.5` in English. */
export function formatNumber(value: number, locale: Locale): string {
  return kept(numbers, locale, () => new Intl.NumberFormat(locale)).format(value);
}

/** With one decimal at most: `3,4`, `3.4`. */
export function formatTenths(value: number, locale: Locale): string {
  return kept(tenths, locale, () => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })).format(value);
}

/** The grammatical number of a count. French says zero and one alike, English does not. */
export function pluralOf(count: number, locale: Locale): Intl.LDMLPluralRule {
  return kept(plurals, locale, () => new Intl.PluralRules(locale)).select(count);
}

/** An instant (milliseconds since 1970) as the language writes it, in the time zone of the machine: `3 févr. 2026, 14:05`. */
export function formatInstant(time: number, locale: Locale): string {
  const make = () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return kept(instants, locale, make).format(time);
}

/** A size in units of 1,000, as file managers show: `3,4 Mo`, `3.4 MB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  return sized(
    bytes,
    1000,
    locale === 'fr' ? ['octets', 'ko', 'Mo', 'Go', 'To'] : ['bytes', 'kB', 'MB', 'GB', 'TB'],
    locale,
  );
}

/** A size in units of 1,024: `12,4 Mio`, `12.4 MiB`. */
export function formatBinaryBytes(bytes: number, locale: Locale): string {
  return sized(bytes, 1024, locale === 'fr' ? ['octets', 'Kio', 'Mio', 'Gio'] : ['bytes', 'KiB', 'MiB', 'GiB'], locale);
}

function sized(bytes: number, step: number, units: readonly string[], locale: Locale): string {
  let value = bytes;
  let unit = 0;
  while (value >= step && unit < units.length - 1) {
    value /= step;
    unit += 1;
  }
  const figure = unit === 0 ? formatNumber(Math.round(value), locale) : formatTenths(value, locale);
  return `${figure} ${units[unit] ?? ''}`;
}
