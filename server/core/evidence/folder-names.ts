/** The names in one folder. A dossier may have ten thousand files in it, and as many that are not there. */
export class FolderNames {
  readonly #names: ReadonlySet<string>;
  /** By folded name: the only one that has it, or null where there are several. */
  #folded: Map<string, string | null> | undefined;

  constructor(names: readonly string[]) {
    this.#names = new Set(names);
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** That name, else the only one that differs by case or Unicode form alone. */
  find(part: string): string | undefined {
    if (this.#names.has(part)) return part;
    if (!this.#folded) {
      this.#folded = new Map();
      for (const name of this.#names) {
        const key = folded(name);
        this.#folded.set(key, this.#folded.has(key) ? null : name);
      }
    }
    return this.#folded.get(folded(part)) ?? undefined;
  }
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
