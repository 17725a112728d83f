import { groupOf } from '../text/group-of';
import { plainWords } from '../workbook/cell-text';
import { isCalendarDate } from '../time/calendar-date';

/** In which order a sheet writes `03/04/2026`. */
export type DateOrder = 'dayFirst' | 'monthFirst' | 'unknown';

const months = new Map<string, number>();
for (const [index, names] of [
  'janvier janv jan january',
  'fevrier fevr fev feb february',
  'mars mar march',
  'avril avr apr april',
  'mai may',
  'juin jun june',
  'juillet juil jul july',
  'aout aou aug august',
  'septembre sept sep september',
  'octobre oct october',
  'novembre nov november',
  'decembre dec december',
].entries())
  for (const name of names.split(' ')) months.set(name, index + 1);

const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ T,]+\d{1,2}[:h]\d{2}.*)?$/;

/**
 * The order that the dates of a sheet agree on: one day above 12 settles it for all of them.
 * @param isFrench what is written in figures alone is day first in a French sheet, and not known in another
 */
export function orderOf(cells: readonly string[], isFrench: boolean): DateOrder {
  let dayFirst = false;
  let monthFirst = false;
  for (const cell of cells) {
    const match = numeric.exec(cell.trim());
    if (Number(match?.[1]) > 12) dayFirst = true;
    if (Number(match?.[2]) > 12) monthFirst = true;
  }
  if (dayFirst !== monthFirst) return dayFirst ? 'dayFirst' : 'monthFirst';
  return dayFirst || !isFrench ? 'unknown' : 'dayFirst';
}

/**
 * @param epoch of the workbook: a date whose cell has no format of one is shown as its number of days
 * @returns `YYYY-MM-DD`; undefined for what is no day, or may be two
 */
export function sheetDate(cell: string, order: DateOrder, epoch?: 1900 | 1904): string | undefined {
  const text = cell.trim();
  const days = epoch === undefined ? undefined : /^(\d{5})(?:[.,]\d+)?$/.exec(text)?.[1];
  if (days !== undefined) {
    const start = epoch === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
    const day = new Date(start + Number(days) * 86_400_000);
    return dateOf(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
  }
  const compact = /^(20\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact) return dateOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?$/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = numeric.exec(text);
  if (figures) {
    const [one, two] = [Number(figures[1]), Number(figures[2])];
    const year = yearOf(groupOf(figures, 3));
    // The same day whichever comes first, or an order that only one reading allows.
    if (one === two || order === 'dayFirst' || (order === 'unknown' && one > 12)) return dateOf(year, two, one);
    return order === 'monthFirst' || two > 12 ? dateOf(year, one, two) : undefined;
  }
  const withoutHour = text.replace(/[ T,]{1,4}\d{1,2}[:h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?$/i, '');
  const words = plainWords(withoutHour.replace(/\b(\d{1,2})(?:er|st|nd|rd|th)\b/i, '$1')).replace(
    /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|le) /,
    '',
  );
  const named = /^(\d{1,2}) ([a-z]+) (\d{4}|\d{2})$/.exec(words);
  if (named) return dateOf(yearOf(groupOf(named, 3)), months.get(groupOf(named, 2)) ?? 0, Number(named[1]));
  const american = /^([a-z]+) (\d{1,2}) (\d{4})$/.exec(words);
  return american ? dateOf(Number(american[3]), months.get(groupOf(american, 1)) ?? 0, Number(american[2])) : undefined;
}

function yearOf(written: string): number {
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

function dateOf(year: number, month: number, day: number): string | undefined {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCalendarDate(date) && date >= '1990' && date < '2100' ? date : undefined;
}
