/** Work that goes on behind the one who starts it, in steps of which only a few may be open at a time. */
export class BackgroundSteps {
  readonly #open: Promise<unknown>[] = [];
  #failure: { readonly error: unknown } | undefined;

  /** @param most steps that may be open when {@link makeRoom} resolves */
  constructor(readonly most: number) {}

  /** A step is done when all of its parts are. */
  add(parts: readonly Promise<unknown>[]): void {
    const step = Promise.all(parts).catch((error: unknown) => {
      this.#failure ??= { error };
    });
    this.#open.push(step);
  }

  /** Waits until one more step may be started. @throws the first failure */
  async makeRoom(): Promise<void> {
    while (this.#open.length > this.most) await this.#open.shift();
    this.throwFailure();
  }

  /** Waits for all steps, whether they fail or not. */
  async settle(): Promise<void> {
    while (this.#open.length > 0) await this.#open.shift();
  }

  /** @throws the first failure there was so far */
  throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
