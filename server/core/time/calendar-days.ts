import { isCalendarDate } from './calendar-date';
import { daysBetween, moment } from './moment';

/** Whole days from one `YYYY-MM-DD` to another; negative when the other comes first. Undefined when one is no date. */
export function daysBetweenDates(from: string, to: string): number | undefined {
  const [start, end] = [moment(from), moment(to)];
  return start && end && daysBetween(start, end);
}

/** The same day a year before (28 February for 29 February); undefined when it is no date. */
export function yearBefore(date: string): string | undefined {
  if (!isCalendarDate(date)) return undefined;
  const year = String(Number(date.slice(0, 4)) - 1).padStart(4, '0');
  const day = `${year}${date.slice(4)}`;
  return isCalendarDate(day) ? day : `${year}-02-28`;
}

/** The day of a date that may have a time behind it. */
export function dayOf(date: string): string {
  return date.slice(0, 10);
}
