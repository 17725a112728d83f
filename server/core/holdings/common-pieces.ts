import type { BlockPage } from '../manifest/block-list';
import { commonPath, safePiecePath } from '../evidence/evidence-path';
import { digestOfContent, type EvidenceFile } from '../evidence/evidence-file';
import { evidencePath } from '../manifest/facts';
import { citedStatements } from '../manifest/entry-citations';
import { pageFacts } from '../manifest/page-facts';
import type { Holding } from './holding';

/** A piece of the common folder, and the dossiers that rest on it. */
export interface CommonPiece {
  /** In the common folder, `/` separated. */
  readonly path: string;
  /** Undefined while it is not known, and where the common folder itself is not. */
  readonly file: EvidenceFile | undefined;
  /** In the order of the portfolio. */
  readonly users: readonly CommonUser[];
}

/** How one dossier rests on a common piece. */
export interface CommonUser {
  /** Path of the dossier, as {@link Holding.path}. */
  readonly dossier: string;
  /** Ids of the proofs that it proves there, and of what it states not to apply; each once. */
  readonly ids: readonly string[];
  /** Whether some of them note another digest than the file has. */
  readonly isChanged: boolean;
}

/** The pieces of the common folder that dossiers cite, by path. */
export function commonPieces(holdings: readonly Holding[]): CommonPiece[] {
  const pieces = new Map<string, { file: EvidenceFile | undefined; users: CommonUser[] }>();
  for (const { path: dossier, analysis } of holdings) {
    const own = new Map<string, { shared: string; ids: Set<string>; digests: Set<string> }>();
    const { main, fragments } = analysis.dossier;
    for (const { parsed } of [main, ...fragments]) {
      for (const page of parsed.blocks.pages) {
        for (const { path, shared, id, sha256 } of commonCitationsOn(page)) {
          const known = own.get(path) ?? { shared, ids: new Set(), digests: new Set() };
          own.set(path, known);
          known.ids.add(id);
          if (sha256 !== undefined) known.digests.add(sha256);
        }
      }
    }
    for (const [path, { shared, ids, digests }] of own) {
      const file = analysis.evidenceFile(path);
      const piece = pieces.get(shared) ?? { file, users: [] };
      pieces.set(shared, piece);
      piece.file ??= file;
      const now = digestOfContent(file);
      const isChanged = now !== undefined && [...digests].some((one) => one !== now);
      piece.users.push({ dossier, ids: [...ids], isChanged });
    }
  }
  return [...pieces].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, { file, users }]) => ({ path, file, users }));
}

/** Whether a piece that is known of is none that can be read: nothing is said while nothing is known. */
export function isMissing({ file }: CommonPiece): boolean {
  return file !== undefined && file.state !== 'file';
}

interface CommonCitation {
  /** Normal form, with `commun:`. */
  readonly path: string;
  /** Without it: its path in the common folder. */
  readonly shared: string;
  readonly id: string;
  /** As noted, lower case. */
  readonly sha256?: string;
}

const kept = new WeakMap<BlockPage, readonly CommonCitation[]>();

/** Kept with the page: an edit elsewhere changes nothing in it. */
function commonCitationsOn(page: BlockPage): readonly CommonCitation[] {
  let found = kept.get(page);
  if (!found) kept.set(page, (found = [...findOn(page)]));
  return found;
}

function* findOn(page: BlockPage): Generator<CommonCitation> {
  const { requirements, coreScenarios } = pageFacts(page);
  for (const { facts } of [...requirements, ...coreScenarios]) {
    for (const { value } of citedStatements(facts)) {
      const cited = sharedPath(value);
      if (cited) yield { ...cited, id: facts.id.value };
    }
    for (const scenario of facts.kind === 'requirement' ? facts.scenarios : [facts]) {
      for (const { id, evidence } of scenario.proofs) {
        for (const item of evidence) {
          const cited = sharedPath(evidencePath(item)?.value);
          const sha256 = item.sha256?.value.toLowerCase();
          if (cited) yield { ...cited, id: id.value, ...(sha256 === undefined ? {} : { sha256 }) };
        }
      }
    }
  }
}

function sharedPath(written: string | undefined): Pick<CommonCitation, 'path' | 'shared'> | undefined {
  const path = written === undefined ? undefined : safePiecePath(written);
  const shared = path === undefined ? undefined : commonPath(path);
  return path === undefined || shared === undefined ? undefined : { path, shared };
}
