import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { calendarDate } from './calendar-date';

/** Earliest and latest date of a text. */
export interface DateSpan {
  readonly firstDate?: string;
  readonly lastDate?: string;
}

type Reader = (groups: readonly number[], match: RegExpExecArray) => string | undefined;

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Forms that say when something was recorded: a day with a time anywhere, or a day that begins a line. A day alone inside
 * a line may be a birth date, a planned date or a version, so it is left out. `03/04/2026` is read day first, as in France;
 * what can only be month first is left out, too.
 */
const forms: readonly { readonly pattern: RegExp; readonly read: Reader }[] = [
  {
    pattern: /\b(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?/g,
    read: ([year = 0, month = 0, day = 0, ...time]) => calendarDate(year, month, day, clock(time)),
  },
  {
    pattern: /\b(\d{2})[/.-](\d{2})[/.-](\d{4})(?:T|,? | à )(\d{2}):(\d{2})(?::(\d{2}))?/g,
    read: ([day = 0, month = 0, year = 0, ...time]) => calendarDate(year, month, day, clock(time)),
  },
  {
    pattern: /\b(\d{2})\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\/(\d{4}):(\d{2}):(\d{2}):(\d{2})/gi,
    read: ([day = 0, , year = 0, ...time], match) =>
      calendarDate(year, englishMonths.indexOf((match[2] ?? '').toLowerCase()) + 1, day, clock(time)),
  },
  {
    pattern: /^["'[]?(\d{4})-(\d{2})-(\d{2})\b(?![T ]\d{2}:)/gm,
    read: ([year = 0, month = 0, day = 0]) => calendarDate(year, month, day),
  },
  {
    pattern: /^["'[]?(\d{2})\/(\d{2})\/(\d{4})\b(?!,? \d{2}:)/gm,
    read: ([day = 0, month = 0, year = 0]) => calendarDate(year, month, day),
  },
];

/** Years in which evidence may have been recorded: others are counters, placeholders (1970) or versions. */
const plausible = (date: string): boolean => date >= '1990' && date < '2100';

/** Earliest and latest date at which the text says that something was recorded (see `forms`), in the text's own zone. */
export function spanOfDates(text: string, cancellation: Cancellation): DateSpan {
  let first: string | undefined;
  let last: string | undefined;
  for (const { pattern, read } of forms) {
    throwIfCancelled(cancellation);
    let seen = 0;
    for (const match of text.matchAll(pattern)) {
      if (++seen % 1000 === 0) throwIfCancelled(cancellation);
      const date = read(match.slice(1).map(Number), match);
      if (date === undefined || !plausible(date)) continue;
      if (first === undefined || date < first) first = date;
      if (last === undefined || date > last) last = date;
    }
  }
  return { ...(first !== undefined && { firstDate: first }), ...(last !== undefined && { lastDate: last }) };
}

function clock([hour = 0, minute = 0, second = 0]: readonly number[]): [number, number, number] {
  return [hour, minute, Number.isNaN(second) ? 0 : second];
}
