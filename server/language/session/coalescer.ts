import type { Timers } from './ports';

/** Runs an action once for many reasons, a short while after the first of them; never twice at a time. */
export class Coalescer {
  #cancel: (() => void) | undefined;
  #delay = Infinity;
  #running = false;
  #again = false;
  #disposed = false;

  constructor(
    readonly timers: Timers,
    readonly action: () => Promise<void>,
    readonly onError: (error: unknown) => void,
  ) {}

  /** A shorter delay than the one that runs brings the action forward. */
  request(milliseconds: number): void {
    if (this.#disposed || (this.#cancel && milliseconds >= this.#delay)) return;
    this.#cancel?.();
    this.#delay = milliseconds;
    this.#cancel = this.timers.after(milliseconds, () => {
      this.#cancel = undefined;
      this.#run();
    });
  }

  /** Starts the delay anew: the action comes once there was quiet for that long. */
  postpone(milliseconds: number): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.request(milliseconds);
  }

  dispose(): void {
    this.#disposed = true;
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #run(): void {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    this.action()
      .catch(this.onError)
      .finally(() => {
        this.#running = false;
        if (!this.#again) return;
        this.#again = false;
        this.request(0);
      });
  }
}
