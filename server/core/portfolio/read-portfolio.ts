import { safePath } from '../evidence/evidence-path';
import { itemsOf, scalarOf } from '../manifest/node-parts';
import type { StructureProblem } from '../manifest/problem';
import { readTree } from '../manifest/read-tree';
import type { Located } from '../text/offset-range';
import { folderOf, relativeTo, under } from '../text/uri';
import { portfolioShape } from './portfolio-shape';

/** What a `portefeuille.yaml` says. Ranges are places in its text. */
export interface PortfolioFacts {
  /** Paths of the dossiers, as written. */
  readonly dossiers: readonly Located<string>[];
  readonly common?: Located<string>;
}

/** A `portefeuille.yaml`, read. */
export interface ParsedPortfolio {
  readonly text: string;
  readonly facts: PortfolioFacts;
  readonly problems: readonly StructureProblem[];
}

/** Reads a portfolio. Never throws: whatever is wrong becomes a problem and the rest is read. */
export function readPortfolio(text: string): ParsedPortfolio {
  const { contents, reader } = readTree(text);
  const node = reader.read(contents, portfolioShape, { start: 0, end: text.length });
  const common = scalarOf(node, 'commun');
  const dossiers = itemsOf(node, 'dossiers').flatMap(({ value }) =>
    value?.kind === 'scalar' ? [{ value: value.value, range: value.range }] : [],
  );
  return {
    text,
    facts: { dossiers, ...(common && common.value !== '' ? { common } : {}) },
    problems: reader.problems,
  };
}

/** How the main manifest of a dossier ends. */
export const manifestEnding = '.preuves.yaml';

/**
 * Whether a portfolio names a dossier in a folder, by the folder or by its manifest: dossiers of one folder share their files.
 * @param folderUri of the portfolio
 * @param rootUri of the dossier's folder
 */
export function namesFolder({ dossiers }: PortfolioFacts, folderUri: string, rootUri: string): boolean {
  return dossiers.some(({ value }) => {
    const safe = safePath(value);
    if (safe === undefined) return false;
    const uri = under(folderUri, safe);
    return uri === rootUri || (uri.endsWith(manifestEnding) && folderOf(uri) === rootUri);
  });
}

/**
 * The dossier, as the portfolio names it, whose own files would be common to all: the common folder holds it, is its folder,
 * or lies in it. Of a dossier beside the portfolio itself that cannot be otherwise.
 */
export function dossierInCommon(
  { dossiers }: PortfolioFacts,
  folderUri: string,
  commonUri: string,
): string | undefined {
  return dossiers.find(({ value }) => {
    const safe = safePath(value);
    if (safe === undefined) return false;
    const uri = under(folderUri, safe);
    const own = uri.endsWith(manifestEnding) ? folderOf(uri) : uri;
    if (own === commonUri || relativeTo(commonUri, own) !== undefined) return true;
    return own !== folderUri && relativeTo(own, commonUri) !== undefined;
  })?.value;
}
