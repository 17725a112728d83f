// Choices that are the same at each run.

/** @param {number} seed @returns numbers from 0 up to 1, the same for the same seed (mulberry32) */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Chooses, for one seed. */
export class Chooser {
  constructor(seed) {
    this.random = randomNumbers(seed);
  }

  /** From `least` to `most`, both included. */
  whole(least, most) {
    return least + Math.floor(this.random() * (most - least + 1));
  }

  of(items) {
    return items[this.whole(0, items.length - 1)];
  }

  digits(count) {
    return Array.from({ length: count }, () => this.whole(0, 9)).join('');
  }

  two(least, most) {
    return String(this.whole(least, most)).padStart(2, '0');
  }

  /**
   * An INS with a right key that nobody has: no department of metropolitan France has a municipality of a number from 950 to
   * 979 (the official geographic code of INSEE).
   */
  ins() {
    const matricule =
      this.of(['1', '2']) +
      this.two(0, 99) +
      this.two(1, 12) +
      this.two(21, 89) +
      this.whole(950, 979) +
      this.of(['001', '042', '118', '257', '903']);
    return matricule + String(97 - (Number(matricule) % 97)).padStart(2, '0');
  }

  day() {
    return `${this.two(1, 28)}/${this.two(1, 12)}/${this.whole(2024, 2026)}`;
  }

  version() {
    return `${this.whole(1, 14)}.${this.whole(0, 12)}.${this.whole(0, 30)}`;
  }
}
