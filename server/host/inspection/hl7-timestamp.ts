import { calendarDate } from './calendar-date';

/**
 * A date of HL7 v2 or v3 (`YYYYMMDD[HH[MM[SS[.S…]]]][±ZZZZ]`) as inspections give it, without its zone.
 * @returns undefined for a year or a month alone, which name no day, and for what is no date
 */
export function hl7Timestamp(text: string): string | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:\.\d+)?)?)?)?(?:[+-]\d{2,4}|Z)?$/.exec(
    text.trim(),
  );
  if (parts === null) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (parts[4] === undefined) return calendarDate(year, month, day);
  return calendarDate(year, month, day, [
    hour ?? 0,
    parts[5] === undefined ? 0 : (minute ?? 0),
    parts[6] === undefined ? 0 : (second ?? 0),
  ]);
}
