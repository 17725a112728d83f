/** Seeded generator (xorshift32), so that every run writes and edits the same. @returns {() => number} in [0, 1) */
export function random(seed) {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 0x1_0000_0000;
  };
}

export function pick(next, list) {
  return list[Math.floor(next() * list.length)];
}

/** Between `least` and `most`, both included. */
export function between(next, least, most) {
  return least + Math.floor(next() * (most - least + 1));
}
