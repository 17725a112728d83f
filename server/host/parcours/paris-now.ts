import type { Moment } from '../../core/time/moment';
import { parisMoment } from '../../core/time/paris-time';

/** What Paris clocks show now, to the minute: closings are at an hour of Paris. */
export function parisNow(): Moment {
  return parisMoment(Date.now());
}
