import { cndaState } from '../../manifest/known-states';
import type { ApprovalFacts } from '../../manifest/facts';
import { isCalendarDate } from '../../time/calendar-date';
import { bareName } from './teleservice';

/** Which of the entries about one teleservice count. */
export interface CountedApprovals<T> {
  /** They do not say the same of how far the request is. */
  readonly contradict: boolean;
  /** The latest, where each is dated; else all. */
  readonly counted: readonly T[];
}

/**
 * Entries about one teleservice, of which no better one may hide a worse one: of those that contradict each other the latest
 * counts, and where they are not all dated, every one has to do.
 */
export function countedApprovals<T extends { readonly facts: ApprovalFacts }>(
  written: readonly T[],
): CountedApprovals<T> {
  const states = new Set(written.map(({ facts }) => stateOf(facts)));
  if (states.size < 2) return { contradict: false, counted: written };
  const dates = written.map(({ facts }) => latestDate(facts));
  const latest = dates.reduce((a, b) => (a === undefined || b === undefined ? undefined : a > b ? a : b));
  return {
    contradict: true,
    counted: latest === undefined ? written : written.filter((_, at) => dates[at] === latest),
  };
}

/** How far it is said to be; an exemption is a state of its own. */
function stateOf({ exemption, state }: ApprovalFacts): string {
  if (exemption) return 'dispense';
  return cndaState(state?.value) ?? bareName(state?.value ?? '');
}

function latestDate({ date, filedOn, obtainedOn }: ApprovalFacts): string | undefined {
  const dates = [date, filedOn, obtainedOn].flatMap((one) => (one && isCalendarDate(one.value) ? [one.value] : []));
  return dates.sort().at(-1);
}
