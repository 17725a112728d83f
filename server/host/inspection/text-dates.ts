import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { calendarDate } from './calendar-date';

/** Earliest and latest date of a text. */
export interface DateSpan {
  readonly firstDate?: string;
  readonly lastDate?: string;
}

/** Characters of a line before the date by which its writer says when it was written: a level, a bracket, a name of field. */
const nearStart = 40;
/** Before a date that is no time of writing: an end, an appointment, a birth. */
const elsewhere =
  /(?:not[ _-]?(?:after|before)|until|expir\w*|next[ _-]?update|this[ _-]?update|valid\w*|[ée]ch[ée]ance|fin|end|rdv|rendez-vous|appointment|naissance|birth\w*|deadline|due)["' ]*(?:[:=]["' ]*)?$/i;

type Reader = (groups: readonly number[], match: RegExpExecArray) => string | undefined;

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Forms that say when something was recorded: a day with a time near the beginning of a line (anywhere where no line has one there), or a day that begins a line. A day alone inside
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
  const leading = new Span();
  const other = new Span();
  for (const { pattern, read } of forms) {
    throwIfCancelled(cancellation);
    let seen = 0;
    for (const match of text.matchAll(pattern)) {
      if (++seen % 1000 === 0) throwIfCancelled(cancellation);
      const date = read(match.slice(1).map(Number), match);
      if (date === undefined || !plausible(date)) continue;
      const before = text.slice(Math.max(0, match.index - nearStart), match.index);
      const inLine = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
      if (elsewhere.test(inLine)) continue;
      const isLeading = inLine.length < before.length || match.index <= nearStart;
      (isLeading ? leading : other).add(date);
    }
  }
  return leading.isEmpty ? other.facts() : leading.facts();
}

class Span {
  #first: string | undefined;
  #last: string | undefined;

  get isEmpty(): boolean {
    return this.#first === undefined;
  }

  add(date: string): void {
    if (this.#first === undefined || date < this.#first) this.#first = date;
    if (this.#last === undefined || date > this.#last) this.#last = date;
  }

  facts(): DateSpan {
    return {
      ...(this.#first !== undefined && { firstDate: this.#first }),
      ...(this.#last !== undefined && { lastDate: this.#last }),
    };
  }
}

function clock([hour = 0, minute = 0, second = 0]: readonly number[]): [number, number, number] {
  return [hour, minute, Number.isNaN(second) ? 0 : second];
}
