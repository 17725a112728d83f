import type { NamedPair } from '../../../core/evidence/named-pairs';

const maxDepth = 4;
const mostObjects = 2000;

/** The short texts of each object of a JSON value, near its root: who wrote it is told there. */
export function* jsonPairs(value: unknown): Generator<readonly NamedPair[]> {
  let level: unknown[] = [value];
  let left = mostObjects;
  for (let depth = 0; depth < maxDepth && level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const item of level) {
      if (left <= 0) return;
      if (Array.isArray(item)) next.push(...(item as unknown[]).slice(0, left));
      else if (typeof item === 'object' && item !== null) {
        left--;
        const entries = Object.entries(item) as [string, unknown][];
        yield entries.flatMap(([name, inner]) => (typeof inner === 'string' ? [[name, inner] as const] : []));
        next.push(...entries.slice(0, left).map(([, inner]) => inner));
      }
    }
    level = next;
  }
}
