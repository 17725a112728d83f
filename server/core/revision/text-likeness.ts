import { normaliseText } from '../catalogue/fingerprint';

/** A text as it is compared with others: normalised, and how often each of its words occurs. */
export interface WordBag {
  readonly text: string;
  readonly words: ReadonlyMap<string, number>;
  readonly size: number;
}

export function wordBag(text: string): WordBag {
  const normal = normaliseText(text);
  const words = new Map<string, number>();
  let size = 0;
  for (const [word] of normal.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    words.set(word, (words.get(word) ?? 0) + 1);
    size++;
  }
  return { text: normal, words, size };
}

/** Share of words that two texts have in common (Dice, each occurrence counted): 0 nothing, 1 the same words. */
export function likeness(a: WordBag, b: WordBag): number {
  if (a.text === b.text) return 1;
  if (a.size + b.size === 0) return 0;
  let common = 0;
  const [small, large] = a.words.size < b.words.size ? [a, b] : [b, a];
  for (const [word, count] of small.words) common += Math.min(count, large.words.get(word) ?? 0);
  return (2 * common) / (a.size + b.size);
}
