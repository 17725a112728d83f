/** How long a server must have run for its next crash to count as a first one. */
const healthy = 10 * 60_000;

/** Says whether a server that died is started again: once, then a person decides. */
export class RestartPolicy {
  readonly #now: () => number;
  #restartedAt: number | undefined;

  /** @param now a clock in milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** To be asked once per death. */
  mayRestart(): boolean {
    const now = this.#now();
    const soon = this.#restartedAt !== undefined && now - this.#restartedAt < healthy;
    this.#restartedAt = soon ? this.#restartedAt : now;
    return !soon;
  }
}
