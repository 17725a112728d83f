/** What is typed about a step or a date of the calendar, as keys of the format. */
export type ParcoursValues = Readonly<Record<string, string>>;

export type StepDate = 'debut' | 'fin' | 'prevue_le';

/** `2026-05-13` that exists in the calendar. */
export function isDay(text: string): boolean {
  const [year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A day, or a day and an hour, as typed; undefined when it is neither. */
export function momentOf(text: string): { readonly date: string; readonly heure?: string } | undefined {
  const [, date = '', heure] = /^(\S+)(?: +((?:[01]\d|2[0-3]):[0-5]\d))?$/.exec(text.trim()) ?? [];
  if (!isDay(date)) return undefined;
  return heure === undefined ? { date } : { date, heure };
}

/** A step that is done. @param fin empty when the day is not known */
export function doneValues(fin: string): ParcoursValues {
  return fin === '' ? { etat: 'faite' } : { etat: 'faite', fin };
}

/**
 * A date of a step, with the state that it tells: an end that was makes it done, a start that was makes it begun. Else the
 * step stays as it is shown.
 * @param today `YYYY-MM-DD`
 */
export function dateValues(key: StepDate, day: string, state: string, today: string): ParcoursValues {
  const isPast = day <= today;
  if (key === 'fin' && isPast) return { etat: 'faite', fin: day };
  if (key === 'debut' && isPast && state === 'à faire') return { etat: 'en cours', debut: day };
  // An end that is still to come is a plan.
  return { etat: state, [key === 'fin' ? 'prevue_le' : key]: day };
}
