import { calendarDate } from '../calendar-date';

/**
 * Words of a verdict that are known: those of the report formats of Gazelle (`PASSED`, `FAILED`), of the status of an EVS
 * validation (`DONE_PASSED`, `DONE_FAILED`) and of Inferno (`pass`, `fail`, `error`). Others (`ABORTED`, `UNDEFINED`,
 * `skip`, `omit`…) say neither.
 */
const verdicts: ReadonlyMap<string, boolean> = new Map([
  ['PASSED', true],
  ['DONE_PASSED', true],
  ['PASS', true],
  ['FAILED', false],
  ['DONE_FAILED', false],
  ['FAIL', false],
  ['ERROR', false],
]);

/** A verdict as written, and what it means when its word is known. */
export function verdictFacts(word: string | undefined): { readonly verdict?: string; readonly passed?: boolean } {
  const verdict = word?.trim() ?? '';
  if (verdict === '' || verdict.length > 100) return {};
  const passed = verdicts.get(verdict.toUpperCase());
  return { verdict, ...(passed !== undefined && { passed }) };
}

/** A counter as text or number; undefined when it is no count. */
export function count(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

/**
 * The date of a report: ISO 8601, or year, month and day in that order with other separators (`2012, 06 13`), with the
 * time of another field when there is one. The zone is dropped. Undefined for any other order, which would be a guess.
 */
export function reportDate(date: string | undefined, time = ''): string | undefined {
  const day = /^\s*(\d{4})[-/, .]{1,3}(\d{2})[-/, .]{1,3}(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?|\s*$)/.exec(
    date ?? '',
  );
  if (day === null) return undefined;
  const clock = /^\s*(\d{2}):(\d{2})(?::(\d{2}))?(?!.*[AP]M)/i.exec(time);
  const hours = day[4] === undefined ? clock?.slice(1) : day.slice(4);
  const [year = 0, month = 0, number = 0] = day.slice(1, 4).map(Number);
  if (hours === undefined) return calendarDate(year, month, number);
  const [hour = 0, minute = 0, second = 0] = hours.map((part?: string) => Number(part ?? 0));
  return calendarDate(year, month, number, [hour, minute, second]);
}

/** Parts of a subject that are there, each once. */
export function subjectOf(...parts: readonly (string | undefined)[]): { readonly subject?: string } {
  const present = [...new Set(parts.map((part) => part?.trim() ?? '').filter((part) => part !== ''))];
  return present.length === 0 ? {} : { subject: present.join(' – ').slice(0, 500) };
}
