/** @throws Error unless it holds */
export function check(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

export function equal(found: string, expected: string, what: string): void {
  check(found === expected, `${what}: ${found}\nexpected: ${expected}`);
}

/** Looks again and again until there is something, or nobody would wait any longer. */
export async function until<T>(what: string, look: () => T | undefined): Promise<T> {
  const end = performance.now() + 60_000;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    check(performance.now() < end, `not seen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
