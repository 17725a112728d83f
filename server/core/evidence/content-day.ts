import { isCalendarDate } from '../time/calendar-date';
import { dayOf } from '../time/calendar-days';
import type { Inspection } from './inspection';

/** A recorder whose clock was never set starts at 1970, 1980, 2000…: no evidence of the Ségur is as old. */
const firstPlausible = '2020-01-01';

/**
 * The latest day that a content says it was recorded on: EXIF and PNG dates, creation of a film, dates of mails, test
 * reports and HL7 messages; undefined when it says none, or was not read to its end.
 * @param isJournal its last dated line counts too: texts of code or of a configuration may hold any date
 */
export function latestContentDay(inspection: Inspection, isJournal: boolean): string | undefined {
  const { image, video, mail, validation, hl7, text, partial } = inspection;
  if (partial === true) return undefined;
  const dates = [image?.date, video?.created, mail?.date, validation?.date, isJournal ? text?.lastDate : undefined];
  for (const message of hl7?.messages ?? []) dates.push(message.date);
  return latest(dates);
}

/**
 * The day on which a content says it was made, for who records it: the same, else the date of a CDA document, else that of a
 * PDF. Those are no proof of the day of a capture: nothing is judged by them.
 */
export function contentDay(inspection: Inspection): string | undefined {
  const { cda, pdf, partial } = inspection;
  if (partial === true) return undefined;
  return latestContentDay(inspection, false) ?? latest([cda?.effectiveTime]) ?? latest([pdf?.created]);
}

function latest(dates: readonly (string | undefined)[]): string | undefined {
  const days = dates.flatMap((date) => (date === undefined ? [] : [dayOf(date)]));
  const last = days.sort().at(-1);
  return last !== undefined && last >= firstPlausible && isCalendarDate(last) ? last : undefined;
}
