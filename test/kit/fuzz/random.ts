/** Numbers that look random and are the same for the same seed, on every machine (Mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** Of one case of a run: cases next to each other have nothing in common. */
  static of(seed: number, target: string, index: number): Random {
    let mixed = seed | 0;
    for (const character of `${target}/${index}`) mixed = Math.imul(mixed ^ character.charCodeAt(0), 0x01000193);
    return new Random(mixed ^ (mixed >>> 15));
  }

  /** From 0 up to a number, which is left out. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  }

  /** True once in so many times. */
  once(inTimes: number): boolean {
    return this.below(inTimes) === 0;
  }

  pick<T>(some: readonly T[]): T {
    return some[this.below(some.length)] as T;
  }
}
