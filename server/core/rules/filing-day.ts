import { isCalendarDate } from '../time/calendar-date';
import { daysBetweenDates } from '../time/calendar-days';
import type { DossierContext } from './rule';

/** The day on which the dossier is or will be filed as far as is known: the planned one, else today. */
export function filingDay({ plannedFiling, today }: DossierContext): string {
  return plannedFiling !== undefined && isCalendarDate(plannedFiling) ? plannedFiling : today;
}

/** Whether the planned filing is near, or behind; never without one. */
export function isFilingNear({ plannedFiling, filingNotice, today }: DossierContext): boolean {
  const days = plannedFiling === undefined ? undefined : daysBetweenDates(today, plannedFiling);
  return days !== undefined && days <= filingNotice;
}
