/** Changes told apart; of those before, all that is known is that something changed. */
const mostKept = 20_000;

/** What changed in the facts about evidence, and when, so that only what rests on it is looked at again. */
export class EvidenceChanges {
  /** Paths in their normal form; undefined where it is not known what changed. */
  #log: (string | undefined)[] = [];
  /** Changes that are no longer in the log. */
  #forgotten = 0;
  #last: { readonly from: number; readonly to: number; readonly paths: ReadonlySet<string> | undefined } | undefined;

  /** Counts changes. */
  get generation(): number {
    return this.#forgotten + this.#log.length;
  }

  /** @param path undefined when anything may have changed */
  note(path?: string): void {
    this.#log.push(path);
    if (this.#log.length <= mostKept) return;
    this.#forgotten += this.#log.length;
    this.#log = [];
  }

  /** The paths whose facts changed after a generation, or undefined when anything may have. The same set when asked again. */
  since(generation: number): ReadonlySet<string> | undefined {
    const now = this.generation;
    if (this.#last?.from !== generation || this.#last.to !== now) {
      this.#last = { from: generation, to: now, paths: this.#pathsAfter(generation) };
    }
    return this.#last.paths;
  }

  #pathsAfter(generation: number): ReadonlySet<string> | undefined {
    if (generation < this.#forgotten) return undefined;
    const paths = new Set<string>();
    for (const path of this.#log.slice(generation - this.#forgotten)) {
      if (path === undefined) return undefined;
      paths.add(path);
    }
    return paths;
  }
}
