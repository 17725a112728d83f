import { calendarDate } from './calendar-date';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The date of RFC 5322 as its writer's clock showed it: `Tue, 15 Dec 2026 09:05:00 +0100`. */
export function mailDate(text: string): string | undefined {
  const found = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text);
  if (found === null) return undefined;
  const [, day, month = '', year, hour, minute, second = '0'] = found;
  return calendarDate(Number(year), monthOf(month), Number(day), [Number(hour), Number(minute), Number(second)]);
}

/**
 * A date that a program wrote as text into a field for it: of ISO 8601, Exif, RFC 5322 or C (`Mon Nov  2 10:15:00 2026`).
 * Undefined for other forms: which of `02/11/2026` is the month is not known.
 */
export function writtenDate(text: string): string | undefined {
  const trimmed = text.trim();
  const numbers = /^(\d{4})([-:])(\d{2})\2(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?(?!\d)/.exec(trimmed);
  if (numbers) {
    const [, year, , month, day, hour, minute, second = '0'] = numbers;
    const time = hour === undefined ? undefined : ([Number(hour), Number(minute), Number(second)] as const);
    return calendarDate(Number(year), Number(month), Number(day), time);
  }
  const ofC = /^[A-Za-z]{3} ([A-Za-z]{3}) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (?:[A-Z]{3,5} )?(\d{4})$/.exec(
    trimmed,
  );
  if (ofC === null) return mailDate(trimmed);
  const [, month = '', day, hour, minute, second, year] = ofC;
  return calendarDate(Number(year), monthOf(month), Number(day), [Number(hour), Number(minute), Number(second)]);
}

/** When a picture was taken or made, by its XMP packet, in an element or an attribute. */
export function xmpDate(texts: readonly string[]): string | undefined {
  for (const name of ['exif:DateTimeOriginal', 'photoshop:DateCreated', 'xmp:CreateDate']) {
    for (const text of texts) {
      const at = text.includes('x:xmpmeta') || text.includes('rdf:RDF') ? text.indexOf(name) : -1;
      const value = at < 0 ? undefined : /^(?:\s*=\s*["']|>)([^"'<]{8,40})/.exec(text.slice(at + name.length))?.[1];
      const date = value && writtenDate(value);
      if (date) return date;
    }
  }
  return undefined;
}

/** 1 to 12; 0 for what is no month. */
function monthOf(name: string): number {
  return months.indexOf(name.toLowerCase()) + 1;
}
