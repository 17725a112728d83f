import { isCalendarDate } from './calendar-date';

/**
 * A day of the Paris calendar, with the hour when it is known. Delays are counted in calendar days and keep the hour on
 * the clock: six weeks before a closing at 14:00 is a day at 14:00, whatever daylight saving did in between.
 */
export interface Moment {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Minutes since midnight on the clock, 0 to 1439. Absent: the hour is unknown. */
  readonly minute?: number;
}

const dayLength = 86_400_000;

/** @param date `YYYY-MM-DD` @param time `HH:MM`. Undefined when the date does not exist; a time that is none is unknown. */
export function moment(date: string, time?: string): Moment | undefined {
  if (!isCalendarDate(date)) return undefined;
  const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / dayLength;
  const minute = time === undefined ? undefined : minuteOf(time);
  return minute === undefined ? { day } : { day, minute };
}

/** `14:00`, `14h`, `14h00` as minutes since midnight. */
export function minuteOf(time: string): number | undefined {
  const match = /^([01]?\d|2[0-3])\s*(?::([0-5]\d)|[hH](?:\s*([0-5]\d))?)$/.exec(time.trim());
  return match ? Number(match[1]) * 60 + Number(match[2] ?? match[3] ?? 0) : undefined;
}

export function addDays(from: Moment, days: number): Moment {
  return { ...from, day: from.day + days };
}

/** The same day of the month so many months later; the month's last day where there is none (31 + 1 month). */
export function addMonths(from: Moment, months: number): Moment {
  const date = new Date(from.day * dayLength);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const target = new Date(first);
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return { ...from, day: first / dayLength + Math.min(date.getUTCDate(), last) - 1 };
}

/** `YYYY-MM-DD` */
export function dateText({ day }: Moment): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/** `HH:MM`, or undefined when the hour is unknown. */
export function timeText({ minute }: Moment): string | undefined {
  if (minute === undefined) return undefined;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** `2026-05-13 12:00`, or the day alone. */
export function momentText(at: Moment): string {
  const time = timeText(at);
  return time === undefined ? dateText(at) : `${dateText(at)} ${time}`;
}

/** Whether a limit is over. On its day, only when both hours are known: what is not known is not held against anybody. */
export function isAfter(at: Moment, limit: Moment): boolean {
  if (at.day !== limit.day) return at.day > limit.day;
  return at.minute !== undefined && limit.minute !== undefined && at.minute >= limit.minute;
}

/** The earlier of two limits; a day without hour ends at midnight. */
export function earlier(a: Moment | undefined, b: Moment | undefined): Moment | undefined {
  if (!a || !b) return a ?? b;
  return minutes(b, 1440) < minutes(a, 1440) ? b : a;
}

/** The later of two beginnings; a day without hour begins at midnight. */
export function later(a: Moment, b: Moment | undefined): Moment {
  return b && minutes(b, 0) > minutes(a, 0) ? b : a;
}

/** Whole calendar days from one moment to another; negative when it is behind. Hours count when both are known. */
export function daysBetween(from: Moment, to: Moment): number {
  if (from.minute === undefined || to.minute === undefined) return to.day - from.day;
  return Math.floor((minutes(to, 0) - minutes(from, 0)) / 1440);
}

function minutes({ day, minute }: Moment, otherwise: number): number {
  return day * 1440 + (minute ?? otherwise);
}
