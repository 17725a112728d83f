/** Characters that fixes may have read again for one list of them: somewhat less than a second of the parser. */
const mostTried = 512 * 1024;

/**
 * What trying fixes on the text may cost, for all those that are looked for together: each is a reading of the entries that it
 * changes, and an entry may be as long as a file. Counted in characters, so that the same text has the same fixes anywhere.
 */
export class Trials {
  #left = mostTried;

  /** Whether there were more to try than that. What was not tried is not offered. */
  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /** @returns whether a reading of so many characters may begin */
  take(characters: number): boolean {
    if (this.isSpent) return false;
    this.#left -= characters;
    return true;
  }
}
