import type { Entry } from './dossier';
import type { EntryPage, EntryValue, PlacedPage } from './entry-pages';

/** The entries that came and went between two states of a dossier. */
export interface EntryChanges {
  readonly removed: readonly EntryValue[];
  readonly added: readonly EntryValue[];
}

/** Where each entry of a dossier stands. Kept up from one check to the next: the work follows the edit, not the dossier. */
export class EntryPlaces {
  #pages: readonly PlacedPage[] = [];
  readonly #pageOf = new Map<EntryValue, EntryPage>();
  #ranks: ReadonlyMap<EntryPage, { readonly rank: number; readonly placed: PlacedPage }> | undefined;

  /** Takes in the pages as they are now. */
  update(pages: readonly PlacedPage[]): EntryChanges {
    const before = this.#pages;
    this.#pages = pages;
    this.#ranks = undefined;
    const [gone, come] = differing(before, pages, (a, b) => a.page === b.page);
    const valuesBefore = gone.flatMap(({ page }) => valuesOn(page));
    for (const value of valuesBefore) this.#pageOf.delete(value);
    for (const { page } of come) for (const value of valuesOn(page)) this.#pageOf.set(value, page);
    const valuesNow = come.flatMap(({ page }) => valuesOn(page));
    const [removed, added] = differing(valuesBefore, valuesNow, (a, b) => a === b);
    return { removed, added };
  }

  /** The places of some entries, by entry; without those that are not there (any more). */
  of<T extends EntryValue>(values: Iterable<T>): Map<T, PlacedEntry<T>> {
    const places = new Map<T, PlacedEntry<T>>();
    this.#ranks ??= new Map(this.#pages.map((placed, rank) => [placed.page, { rank, placed }]));
    for (const value of values) {
      const page = this.#pageOf.get(value);
      const ranked = page && this.#ranks.get(page);
      const local = page && [...page.requirements, ...page.coreScenarios].find((entry) => entry.value === value);
      if (!ranked || !local) continue;
      const { rank, placed } = ranked;
      const isCore = 'core' in value && value.core;
      places.set(value, { uri: placed.uri, base: placed.start + local.base, value, order: [isCore, rank, local.base] });
    }
    return places;
  }
}

/** An entry with what it is sorted by: requirements before core-business scenarios, each in file, then text order. */
export interface PlacedEntry<T> extends Entry<T> {
  readonly order: readonly [core: boolean, page: number, base: number];
}

export function inOrder(a: PlacedEntry<unknown>, b: PlacedEntry<unknown>): number {
  return Number(a.order[0]) - Number(b.order[0]) || a.order[1] - b.order[1] || a.order[2] - b.order[2];
}

function valuesOn({ requirements, coreScenarios }: EntryPage): EntryValue[] {
  return [...requirements.map(({ value }) => value), ...coreScenarios.map(({ value }) => value)];
}

/** What is left of two lists when what they begin and end with alike is taken away. */
function differing<T>(
  before: readonly T[],
  now: readonly T[],
  same: (a: T, b: T) => boolean,
): [before: readonly T[], now: readonly T[]] {
  const most = Math.min(before.length, now.length);
  const alike = (a: T | undefined, b: T | undefined) => a !== undefined && b !== undefined && same(a, b);
  let start = 0;
  while (start < most && alike(before[start], now[start])) start++;
  let end = 0;
  while (end < most - start && alike(before.at(-1 - end), now.at(-1 - end))) end++;
  return [before.slice(start, before.length - end), now.slice(start, now.length - end)];
}
