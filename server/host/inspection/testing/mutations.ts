/**
 * Damaged copies of a content, always the same for the same seed: bytes changed, lengths set to extremes, pieces cut out, doubled
 * or put elsewhere, ends cut off.
 */
export function* mutations(content: Uint8Array, count: number, seed = 20261122): Generator<Buffer> {
  const random = randomNumbers(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let made = 0; made < count; made++) {
    let bytes: Buffer = Buffer.from(content);
    for (let steps = 1 + below(4); steps > 0; steps--) bytes = mutate(bytes, below);
    yield bytes;
  }
}

const extremes = ['00000000', 'ffffffff', '7fffffff', '80000000', '00000001', 'fffffffe'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

function mutate(bytes: Buffer, below: (limit: number) => number): Buffer {
  const at = below(bytes.length + 1);
  const length = below(Math.min(bytes.length - at, 64) + 1);
  const copy = Buffer.from(bytes);
  switch (below(6)) {
    case 0:
      return copy.subarray(0, at);
    case 1:
      for (let index = at; index < Math.min(at + 1 + below(4), copy.length); index++) copy[index] = below(256);
      return copy;
    case 2:
      copy.set((extremes[below(extremes.length)] ?? copy).subarray(0, copy.length - at), at);
      return copy;
    case 3:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    case 4:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at, at + length), copy.subarray(at)]);
    default:
      return Buffer.concat([
        copy.subarray(0, at),
        copy.subarray(below(copy.length + 1)).subarray(0, 64),
        copy.subarray(at),
      ]);
  }
}

/** Mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
