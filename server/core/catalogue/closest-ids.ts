import { distance } from 'fastest-levenshtein';
import { normaliseId } from './identifiers';

const MOST = 3;

/**
 * Ids that `id` may be a typing mistake for: at most two edits, or a fifth of its length for the long ones, compared
 * without case or base prefix. Nearest first, then in the given order; at most three.
 */
export function closestIds(id: string, ids: Iterable<string>): readonly string[] {
  const wanted = normaliseId(id);
  const limit = Math.max(2, Math.floor(wanted.length / 5));
  const near: { readonly id: string; readonly edits: number }[] = [];
  for (const candidate of ids) {
    const normal = normaliseId(candidate);
    if (Math.abs(normal.length - wanted.length) > limit) continue;
    const edits = distance(wanted, normal);
    // Of two or three letters, two edits leave nothing in common.
    if (edits <= limit && edits < wanted.length - 1) near.push({ id: candidate, edits });
  }
  return near
    .sort((left, right) => left.edits - right.edits)
    .slice(0, MOST)
    .map((entry) => entry.id);
}
