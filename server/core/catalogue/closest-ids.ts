import { distance } from 'fastest-levenshtein';
import { normaliseId } from './identifiers';

const MOST = 3;

/** An id as it is compared. */
interface Candidate {
  readonly id: string;
  readonly normal: string;
  readonly characters: number;
}

/** A list of ids in which near ones are looked for again and again. */
export class NearIds {
  #candidates: readonly Candidate[] | undefined;

  constructor(readonly ids: Iterable<string>) {}

  /**
   * Ids that `id` may be a typing mistake for: at most two edits, or a fifth of its length for the long ones, compared
   * without case or base prefix. Nearest first, then in the given order; at most three.
   */
  closest(id: string): readonly string[] {
    this.#candidates ??= Array.from(this.ids, candidate);
    const wanted = candidate(id);
    const length = wanted.normal.length;
    const limit = Math.max(2, Math.floor(length / 5));
    const near: { readonly id: string; readonly edits: number }[] = [];
    for (const one of this.#candidates) {
      if (Math.abs(one.normal.length - length) > limit) continue;
      // One edit changes at most two of the characters that a text has.
      if (bitsOf(one.characters ^ wanted.characters) > 2 * limit) continue;
      const edits = distance(wanted.normal, one.normal);
      // Of two or three letters, two edits leave nothing in common.
      if (edits <= limit && edits < length - 1) near.push({ id: one.id, edits });
    }
    return near
      .sort((left, right) => left.edits - right.edits)
      .slice(0, MOST)
      .map((entry) => entry.id);
  }
}

/** {@link NearIds.closest}, for a list that is searched once. */
export function closestIds(id: string, ids: Iterable<string>): readonly string[] {
  return new NearIds(ids).closest(id);
}

function candidate(id: string): Candidate {
  const normal = normaliseId(id);
  let characters = 0;
  for (let i = 0; i < normal.length; i++) characters |= 1 << (normal.charCodeAt(i) & 31);
  return { id, normal, characters };
}

/** Number of bits set in a 32-bit integer. */
function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
