/**
 * A date as inspections give it: `YYYY-MM-DD`, with `THH:MM:SS` when a time is given (seconds default to 0).
 * @returns undefined when there is no such day or time, so that a run of digits is not taken for a date
 */
export function calendarDate(
  year: number,
  month: number,
  day: number,
  time?: readonly [hour: number, minute: number, second?: number],
): string | undefined {
  const [hour, minute, second = 0] = time ?? [0, 0, 0];
  if (!(year >= 1000 && year <= 9999) || hour > 23 || minute > 59 || second > 60) return undefined;
  // A leap second has no place in Date; the day is what is checked.
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const dayText = `${year}-${two(month)}-${two(day)}`;
  return time === undefined ? dayText : `${dayText}T${two(hour)}:${two(minute)}:${two(second)}`;
}

/** `YYYY-MM-DDTHH:MM:SS` in UTC. @param millis since 1970 @returns undefined outside of the years 1000 to 9999 */
export function instantDate(millis: number): string | undefined {
  const date = new Date(millis);
  if (Number.isNaN(date.getTime())) return undefined;
  const text = date.toISOString();
  return /^[1-9]\d{3}-/.test(text) ? text.slice(0, 19) : undefined;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
