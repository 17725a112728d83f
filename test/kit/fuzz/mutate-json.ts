import type { Random } from './random';

/** What no sender of such a value had in mind. */
const odd: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  4294967296,
  '',
  'x',
  'é\u202e\0',
  'x'.repeat(2000),
  '../../a',
  'file:///a',
  'file://%%%',
  'untitled:a',
  '__proto__',
  '2026-02-31',
  '2026-11-03',
  [],
  {},
  [[]],
  [null],
  { uri: null },
  { line: -1, character: 1e9 },
  { kind: 'toString' },
];

/** A value that one came to from another: members replaced, left out, doubled, given other names. */
export function mutateJson(value: unknown, random: Random): unknown {
  let now = structuredClone(value);
  for (let steps = 1 + random.below(3); steps > 0; steps--) now = step(now, random, 0);
  return now;
}

function step(value: unknown, random: Random, depth: number): unknown {
  if (depth > 12 || typeof value !== 'object' || value === null || random.once(8)) {
    if (typeof value === 'string' && random.once(2)) {
      const at = random.below(value.length + 1);
      return (
        value.slice(0, at) +
        random.pick(['\0', 'é', '/', '..', ' ', '%', '"', '\ud800', ':']) +
        value.slice(at + random.below(3))
      );
    }
    if (typeof value === 'number' && random.once(2)) return value + random.pick([-1, 1, 1000, -1000, 0.5]);
    return random.pick(odd);
  }
  if (Array.isArray(value)) {
    const items: unknown[] = [...(value as unknown[])];
    const at = random.below(items.length + 1);
    if (at === items.length || random.once(4))
      items.splice(at, 0, random.once(2) ? random.pick(odd) : items[random.below(items.length)]);
    else if (random.below(4) === 0) items.splice(at, 1);
    else items[at] = step(items[at], random, depth + 1);
    return items;
  }
  const entries = Object.entries(value);
  const at = random.below(entries.length + 1);
  const entry = entries[at];
  if (!entry) entries.push([random.pick(['x', 'uri', 'kind', '__proto__', 'length', 'toJSON']), random.pick(odd)]);
  else if (random.once(6)) entries.splice(at, 1);
  else entry[1] = step(entry[1], random, depth + 1);
  return Object.fromEntries(entries);
}
