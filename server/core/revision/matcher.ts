import { likeness, wordBag, type WordBag } from './text-likeness';

/**
 * How an entry was found again: by its `id`, the same but for `spelling`, the id that the REM has `printed` for several
 * entries, an id that follows its `parent`'s, a common `socle` or `wave1` id, or near-identical `text`, which makes it
 * probable, not certain.
 */
export type MatchedBy = 'id' | 'spelling' | 'printed' | 'parent' | 'socle' | 'wave1' | 'text';

export interface Pair<T> {
  readonly before: T;
  readonly after: T;
  readonly by: MatchedBy;
}

export interface Matching<T> {
  /** In the new order. */
  readonly kept: readonly Pair<T>[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

type Accepts<T> = (before: T, after: T) => boolean;

/** Words that both texts must share to be taken for the same one, reworded. */
const nearlyTheSame = 0.9;
/** By so much the best candidate must beat the next: of two alike nothing is guessed. */
const margin = 0.02;
/** Below, texts are the same entry rewritten only if nothing else has its words. */
const stillTheSame = 0.5;

/** Pairs the entries of two lists in steps, from the surest sign to the least; what is paired is paired. */
export class Matcher<T extends object> {
  readonly #after = new Map<T, Pair<T>>();
  #before: T[];
  #left: T[];
  readonly #bags = new Map<T, WordBag | undefined>();

  /** @param textOf what the entry asks; undefined or empty when unknown */
  constructor(
    before: readonly T[],
    readonly after: readonly T[],
    readonly textOf: (entry: T) => string | undefined,
  ) {
    this.#before = [...before];
    this.#left = [...after];
  }

  /** Pairs what has the same key; several entries with one key are paired in their order. */
  byKey(by: MatchedBy, key: (entry: T, side: 'before' | 'after') => string, accepts?: Accepts<T>): this {
    const candidates = new Map<string, T[]>();
    for (const entry of this.#left) put(candidates, key(entry, 'after'), entry);
    for (const before of [...this.#before]) {
      const list = candidates.get(key(before, 'before'));
      const at = list?.findIndex((after) => accepts?.(before, after) ?? true) ?? -1;
      const [after] = at < 0 || !list ? [] : list.splice(at, 1);
      if (after) this.#pair(before, after, by);
    }
    return this;
  }

  /** Pairs what shares a key that no other entry of either list has. */
  byUniqueKey(by: MatchedBy, keys: (entry: T) => readonly string[], accepts?: Accepts<T>): this {
    const before = new Map<string, T[]>();
    const after = new Map<string, T[]>();
    for (const entry of this.#before) for (const key of new Set(keys(entry))) put(before, key, entry);
    for (const entry of this.#left) for (const key of new Set(keys(entry))) put(after, key, entry);
    for (const [key, [one, otherBefore]] of before) {
      const [two, otherAfter] = after.get(key) ?? [];
      if (!one || !two || otherBefore || otherAfter || !this.#isFree(one, two) || accepts?.(one, two) === false)
        continue;
      this.#pair(one, two, by);
    }
    return this;
  }

  /**
   * Pairs what has the same key and a text that has not become another one, each the other's one best: of two alike
   * nothing is guessed.
   * @param key undefined for entries that are not to be paired so
   */
  byKeyAndText(by: MatchedBy, key: (entry: T) => string | undefined): this {
    const candidates = new Map<string, T[]>();
    for (const entry of this.#left) {
      const own = key(entry);
      if (own !== undefined) put(candidates, own, entry);
    }
    const scored: Scored<T>[] = [];
    for (const before of this.#before) {
      const bag = this.#bag(before);
      for (const after of candidates.get(key(before) ?? '') ?? []) {
        const other = this.#bag(after);
        const score = bag && other ? likeness(bag, other) : 0;
        if (score >= stillTheSame) scored.push({ before, after, score });
      }
    }
    const best = new Best(scored);
    for (const one of scored) if (best.isOnly(one)) this.#pair(one.before, one.after, by);
    return this;
  }

  /** Pairs near-identical texts, each the other's one best. @param fewest words that a reworded text must have */
  byText(fewest: number): this {
    const scored: Scored<T>[] = [];
    for (const before of this.#before) {
      const bag = this.#bag(before);
      if (!bag || bag.size < 2) continue;
      for (const after of this.#left) {
        const other = this.#bag(after);
        if (!other || 10 * Math.min(bag.size, other.size) < 8 * Math.max(bag.size, other.size)) continue;
        const score = likeness(bag, other);
        if (score === 1 || (score >= nearlyTheSame && Math.min(bag.size, other.size) >= fewest))
          scored.push({ before, after, score });
      }
    }
    const best = new Best(scored);
    for (const one of scored) if (best.isOnly(one)) this.#pair(one.before, one.after, 'text');
    return this;
  }

  /** Whether two entries may be the same one: false only when both texts are known and have little in common. */
  isAlike(before: T, after: T): boolean {
    const [one, two] = [this.#bag(before), this.#bag(after)];
    return !one || !two || likeness(one, two) >= stillTheSame;
  }

  result(): Matching<T> {
    return {
      kept: this.after.flatMap((entry) => this.#after.get(entry) ?? []),
      removed: this.#before,
      added: this.#left,
    };
  }

  #isFree(before: T, after: T): boolean {
    return this.#before.includes(before) && this.#left.includes(after);
  }

  #pair(before: T, after: T, by: MatchedBy): void {
    this.#after.set(after, { before, after, by });
    this.#before = this.#before.filter((entry) => entry !== before);
    this.#left = this.#left.filter((entry) => entry !== after);
  }

  #bag(entry: T): WordBag | undefined {
    if (!this.#bags.has(entry)) {
      const text = this.textOf(entry);
      this.#bags.set(entry, text === undefined || text.trim() === '' ? undefined : wordBag(text));
    }
    return this.#bags.get(entry);
  }
}

interface Scored<T> {
  readonly before: T;
  readonly after: T;
  readonly score: number;
}

/** The two best scores of each entry, on either side. */
class Best {
  readonly #scores = new Map<object, { first: number; second: number }>();

  constructor(scored: readonly Scored<object>[]) {
    for (const { before, after, score } of scored) for (const entry of [before, after]) this.#note(entry, score);
  }

  /** Whether neither entry has another candidate that comes near. */
  isOnly({ before, after, score }: Scored<object>): boolean {
    return [before, after].every((entry) => {
      const best = this.#scores.get(entry);
      return best?.first === score && best.second <= score - margin;
    });
  }

  #note(entry: object, score: number): void {
    const best = this.#scores.get(entry) ?? { first: 0, second: 0 };
    const first = Math.max(best.first, score);
    this.#scores.set(entry, { first, second: score > best.first ? best.first : Math.max(best.second, score) });
  }
}

function put<T>(map: Map<string, T[]>, key: string, entry: T): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}
