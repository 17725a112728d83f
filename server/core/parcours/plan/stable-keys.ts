import { fnv1a } from '../../catalogue/fingerprint';

/**
 * A short key for each of these, made of what they say, not of where they stand: it stays when others come before them.
 * Those that say the same are numbered; `orderOf` tells which comes first, the place decides only between equals.
 */
export function stableKeys<T>(
  all: readonly T[],
  partsOf: (one: T) => readonly string[],
  orderOf: (one: T) => number,
): Map<T, string> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = stableKey(partsOf(one));
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const keys = new Map<T, string>();
  for (const [key, group] of groups) {
    group.sort((a, b) => orderOf(a) - orderOf(b));
    for (const [nth, one] of group.entries()) keys.set(one, nth === 0 ? key : `${key}-${nth + 1}`);
  }
  return keys;
}

/** Case, accents' form and white space apart, the same parts give the same eight hexadecimal digits. */
export function stableKey(parts: readonly string[]): string {
  const text = parts.map((part) => part.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()).join('\u001f');
  return fnv1a(text).toString(16).padStart(8, '0');
}
