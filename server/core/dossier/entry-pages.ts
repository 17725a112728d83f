import type { Entry, ResolvedRequirement, ResolvedScenario } from './dossier';

/** An entry of a manifest: a requirement or a core-business scenario. */
export type EntryValue = ResolvedRequirement | ResolvedScenario;

/** An entry and its place, counted from the start of its page. */
export interface PagedEntry<T> {
  readonly base: number;
  readonly value: T;
}

/** Some entries that follow each other in a file. The same object as long as no edit touches one of them. */
export interface EntryPage {
  readonly requirements: readonly PagedEntry<ResolvedRequirement>[];
  readonly coreScenarios: readonly PagedEntry<ResolvedScenario>[];
}

/** A page and where it starts. */
export interface PlacedPage {
  readonly uri: string;
  readonly start: number;
  readonly page: EntryPage;
}

export function requirementsOn(pages: readonly PlacedPage[]): Entry<ResolvedRequirement>[] {
  return pages.flatMap(({ uri, start, page }) =>
    page.requirements.map(({ base, value }) => ({ uri, base: base + start, value })),
  );
}

export function coreScenariosOn(pages: readonly PlacedPage[]): Entry<ResolvedScenario>[] {
  return pages.flatMap(({ uri, start, page }) =>
    page.coreScenarios.map(({ base, value }) => ({ uri, base: base + start, value })),
  );
}
