import { calendarDays } from '../calendar-days';
import { delayOf } from '../../facts/known-facts';
import { addDays, isAfter, type Moment } from '../../time/moment';
import type { PlanInput, PlanOrder } from './plan-input';

/** When the complete proof file was, or is to be, filed: the day that orders are counted back from. */
export interface CompleteFile {
  readonly on: Moment;
  /** `filed`: the step is done; `expected`: planned by the step or by `dossier.depot_vise`. */
  readonly kind: 'filed' | 'expected';
}

/** One order and the days in which the complete file makes it admissible. */
export interface OrderWindow {
  readonly order: PlanOrder;
  /** Last day on which the complete file may be filed for it. */
  readonly lastDay: Moment;
  readonly verdict: 'admissible' | 'tooOld' | 'expired' | 'afterAdvance' | 'cancelled' | 'open';
}

/** Calendar days between a conditional order and the complete file (AF §4.4), or the user's own figure. */
function orderWindowDays(input: PlanInput): number {
  return input.delays.get('fenetre_commande') ?? calendarDays(delayOf(input.known, 'fenetre_commande')) ?? 0;
}

export function completeFile(input: PlanInput): CompleteFile | undefined {
  const step = input.steps.get('preuves');
  if (step?.state === 'faite' && step.doneOn) return { on: step.doneOn, kind: 'filed' };
  const expected = step?.plannedOn ?? input.plannedFiling;
  return expected && step?.state !== 'faite' ? { on: expected, kind: 'expected' } : undefined;
}

/** Oldest signature that the complete file makes admissible. */
export function oldestAdmissibleOrder(input: PlanInput): Moment | undefined {
  const file = completeFile(input);
  return file && { day: file.on.day - orderWindowDays(input) };
}

/**
 * Whether each order is admissible: signed no more than 120 calendar days before the complete file, and not after the
 * closing of advance requests. `expired`: the window went by and no complete file is known.
 */
export function orderWindows(input: PlanInput): OrderWindow[] {
  const file = completeFile(input);
  const days = orderWindowDays(input);
  const advance = input.milestones.get('avance')?.at;
  return input.orders.map((order) => {
    const lastDay = addDays(order.signedOn, days);
    return { order, lastDay, verdict: verdict(order, lastDay) };
  });

  function verdict(order: PlanOrder, lastDay: Moment): OrderWindow['verdict'] {
    if (order.cancelled) return 'cancelled';
    if (advance && order.signedOn.day > advance.day) return 'afterAdvance';
    if (file) return file.on.day > lastDay.day ? 'tooOld' : 'admissible';
    // Filed on a day that is not told: nothing can be said of it.
    if (input.steps.get('preuves')?.state === 'faite') return 'open';
    return isAfter(input.now, lastDay) ? 'expired' : 'open';
  }
}
