import type { Requirement } from '../catalogue/catalogue';
import type { CatalogueIndex } from '../catalogue/index-catalogue';
import type { Dossier, ManifestFile } from '../dossier/dossier';
import type { Locale } from '../messages/say';
import type { TextChange } from './fix';
import { insertLines, spotFor, type Spot, type WrittenEntry } from './place-entry';
import { blockLines, requirementStub } from './stub';

/** A manifest file and the requirements it holds. */
interface Home {
  readonly file: ManifestFile;
  readonly written: readonly WrittenEntry[];
  /** Number of requirements of each domain, and of each chapter of a domain. */
  readonly counts: ReadonlyMap<string, number>;
  /** Lines to insert, by offset: stubs that go to the same place are one edit. */
  readonly inserted: Map<number, { readonly lines: string[]; readonly spot: Spot }>;
}

/**
 * Edits that write stubs for requirements: in the file that already has the most requirements of the same chapter and domain,
 * else of the same domain, else in the main file, each after the nearest one that precedes it in the catalogue.
 * @param missing in the order of the catalogue
 */
export function placeRequirements(
  missing: readonly Requirement[],
  dossier: Dossier,
  index: CatalogueIndex,
  locale: Locale,
): readonly TextChange[] {
  const ranks = new Map(index.catalogue.requirements.map((requirement, rank) => [requirement, rank]));
  const main = homeFor(dossier.main, index, ranks);
  const homes = [main, ...dossier.fragments.map((file) => homeFor(file, index, ranks))];
  for (const requirement of missing) {
    const home = mostOf(chapterKey(requirement), homes) ?? mostOf(requirement.domain, homes) ?? main;
    const spot = spotFor('exigences', ranks.get(requirement) ?? 0, home.file, home.written);
    if (!spot) continue;
    const known = home.inserted.get(spot.offset) ?? { lines: [...spot.head], spot };
    known.lines.push(
      ...blockLines(requirementStub(requirement, locale), {
        indent: spot.indent,
        step: spot.indent,
        comments: 'under',
      }),
    );
    home.inserted.set(spot.offset, known);
  }
  return homes.flatMap(({ file, inserted }) =>
    [...inserted.values()].map(({ lines, spot }) => insertLines(file, spot.offset, lines, spot.empty)),
  );
}

function homeFor(file: ManifestFile, index: CatalogueIndex, ranks: ReadonlyMap<Requirement, number>): Home {
  const counts = new Map<string, number>();
  const written = file.parsed.requirements.map(({ base, facts }): WrittenEntry => {
    const requirement = index.requirement(facts.id.value)?.requirement;
    for (const key of requirement ? [requirement.domain, chapterKey(requirement)] : [])
      counts.set(key, (counts.get(key) ?? 0) + 1);
    const rank = requirement && ranks.get(requirement);
    return { start: base + facts.id.range.start, end: base + facts.range.end, rank };
  });
  return { file, written, counts, inserted: new Map() };
}

/** No domain's id holds a line end. */
function chapterKey({ domain, chapter }: Requirement): string {
  return `${domain}\n${chapter}`;
}

function mostOf(key: string, homes: readonly Home[]): Home | undefined {
  let best: { readonly home: Home; readonly count: number } | undefined;
  for (const home of homes) {
    const count = home.counts.get(key) ?? 0;
    if (count > (best?.count ?? 0)) best = { home, count };
  }
  return best?.home;
}
