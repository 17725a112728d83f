import type { CatalogueIndex } from '../catalogue/index-catalogue';
import { coreScenariosOn, requirementsOn } from '../dossier/entry-pages';
import { Resolver } from '../dossier/resolve';
import type { EvidenceItem } from '../manifest/facts';
import { parseManifest } from '../manifest/parse-manifest';
import { piecesBySlot } from './slots';

/** The pieces that one text of a manifest cites, by `keyOf` their slots. */
export type CitedPieces = ReadonlyMap<string, readonly EvidenceItem[]>;

/** A text of a manifest as it once was, and the day of it. */
export interface FormerCitations {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly revision: string;
  readonly cited: CitedPieces;
}

/** A piece that was cited for a proof, and the last day on which it is known to have been. */
export interface FormerPiece {
  readonly item: EvidenceItem;
  readonly on: string;
  readonly revision: string;
}

/** What a text cites, where each proof is the one of the catalogue of today. */
export function citedIn(text: string, index: CatalogueIndex | undefined): CitedPieces {
  const { blocks } = parseManifest(text);
  const resolver = new Resolver(index);
  const pages = blocks.pages.map((page, at) => ({
    uri: '',
    start: blocks.starts[at] ?? 0,
    page: resolver.page(page),
  }));
  return piecesBySlot({ requirements: requirementsOn(pages), coreScenarios: coreScenariosOn(pages) });
}

/**
 * The pieces of one proof in former texts, each once.
 * @param history the newest first
 * @param nameOf tells a piece from another
 */
export function formerPieces(
  history: readonly FormerCitations[],
  slot: string,
  nameOf: (item: EvidenceItem) => string,
): readonly FormerPiece[] {
  const found = new Map<string, FormerPiece>();
  for (const { on, revision, cited } of history)
    for (const item of cited.get(slot) ?? []) {
      const name = nameOf(item);
      if (!found.has(name)) found.set(name, { item, on, revision });
    }
  return [...found.values()];
}
