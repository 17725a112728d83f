import { distance } from 'fastest-levenshtein';

/** The name that a wrong one may be a typing mistake for: at most two edits away, and not wholly another word. */
export function closestName(wrong: string, names: readonly string[]): string | undefined {
  const [nearest] = names
    .map((name) => ({ name, edits: distance(wrong.toLowerCase(), name) }))
    .filter(({ name, edits }) => edits <= 2 && edits < Math.max(wrong.length, name.length) - 1)
    .sort((left, right) => left.edits - right.edits);
  return nearest?.name;
}
