import type { Clock } from '../../core/ports/clock';
import type { Timers } from './ports';

/** How often the day is asked for, in milliseconds: what the calendar decides is right a minute after midnight. */
const period = 60_000;

/** Tells when another day has begun, for an editor in which nothing else happens. */
export class DayWatch {
  #day: string;
  #cancel: () => void;

  constructor(
    readonly clock: Clock,
    readonly timers: Timers,
    readonly onNewDay: () => void,
  ) {
    this.#day = clock.today();
    this.#cancel = this.#wait();
  }

  dispose(): void {
    this.#cancel();
  }

  #wait(): () => void {
    return this.timers.after(period, () => {
      this.#look();
    });
  }

  #look(): void {
    this.#cancel = this.#wait();
    const day = this.clock.today();
    if (day === this.#day) return;
    this.#day = day;
    this.onNewDay();
  }
}
