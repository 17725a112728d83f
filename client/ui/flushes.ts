/** How long a page may take to say what is typed in it, in milliseconds: VS Code waits with the save. */
const patience = 800;

/** Questions to a page that must not keep anybody waiting. */
export class Flushes<Answer> {
  readonly #send: (flush: number) => void;
  readonly #waiting = new Map<number, (answer: Answer | undefined) => void>();
  #asked = 0;

  /** @param send hands the question to the page */
  constructor(send: (flush: number) => void) {
    this.#send = send;
  }

  /** @returns undefined when the page does not answer in time */
  ask(): Promise<Answer | undefined> {
    this.#asked += 1;
    const flush = this.#asked;
    return new Promise((resolve) => {
      const settle = (answer: Answer | undefined): void => {
        clearTimeout(timer);
        this.#waiting.delete(flush);
        resolve(answer);
      };
      const timer = setTimeout(() => {
        settle(undefined);
      }, patience);
      this.#waiting.set(flush, settle);
      this.#send(flush);
    });
  }

  /** The page has answered; an answer that came too late is dropped. */
  answer(flush: number, answer: Answer): void {
    this.#waiting.get(flush)?.(answer);
  }

  /** Nobody will answer any more. */
  dispose(): void {
    for (const settle of [...this.#waiting.values()]) settle(undefined);
  }
}
