/** Characters of JSON that the items of one answer may have together. */
const mostCharacters = 48_000;
/** Items of one answer, unless fewer are asked for. */
export const mostItems = 50;

/** Which part of a list an answer holds. */
export interface Page {
  /** How many came before. */
  readonly from: number;
  readonly count: number;
  readonly total: number;
  /** What `from` is for the next part; absent at the end. */
  readonly next?: number;
}

/**
 * Some items of a list, as many as one answer can hold.
 * @param from how many are left out at the beginning
 * @param most how many at most
 */
export function pageOf<T, U>(
  items: readonly T[],
  { from, most }: { readonly from: number; readonly most: number },
  show: (item: T) => U,
): { readonly shown: readonly U[]; readonly page: Page } {
  const shown: U[] = [];
  let characters = 0;
  for (const item of items.slice(from, from + Math.min(most, mostItems))) {
    const one = show(item);
    characters += JSON.stringify(one).length;
    // One item is always shown: its own texts and lists are bounded.
    if (shown.length > 0 && characters > mostCharacters) break;
    shown.push(one);
  }
  const end = from + shown.length;
  const page = { from, count: shown.length, total: items.length, ...(end < items.length ? { next: end } : {}) };
  return { shown, page };
}
