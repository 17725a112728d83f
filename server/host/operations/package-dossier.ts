import { basename, relative } from 'node:path';
import type { Analysis } from '../../core/engine/analyse';
import type { PieceFolders } from '../../core/dossier/piece-uri';
import { isOwnFile } from '../../core/evidence/own-file';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import { answeringProofs } from '../../core/submission/answering-proofs';
import type { Cancellation } from '../../core/ports/cancellation';
import { filingOf, type Filing } from '../../core/submission/gate';
import type { Blocker } from '../../core/submission/gate/blocker';
import { isEmptyScope, type Scope } from '../../core/submission/scope';
import { internalRecord } from '../../core/report/internal-record';
import { packageContent, type PackageEntry, type PackageOptions } from '../../core/submission/package-content';
import type { Compliance } from '../../core/status/compliance';
import { ArchiveError } from '../archive/archive-error';
import type { ArchiveEntry, WrittenEntry } from '../archive/stored-zip-writer';
import { evidenceError } from '../archive/system-error';
import { writeArchive, type ArchiveProgress } from '../archive/write-archive';
import { PieceLocator } from '../evidence/piece-locator';
import { dvcPointer, lfsPointerAt } from '../evidence/pointer-files';
import { writeXlsx } from '../spreadsheet/write-xlsx';
import { toolVersion } from '../tool-version';
import { missingEvidence } from './missing-evidence';

export interface PackageProgress extends ArchiveProgress {
  /** Bytes of evidence, about what each phase goes through. */
  readonly total: number;
}

export interface PackageRequest {
  /** The dossier, checked with all its evidence looked at. */
  readonly analysis: Analysis;
  /** Names of the chapters to file; all of them when absent. */
  readonly chapters?: readonly string[];
  /** File only what answers the requests of ANS. */
  readonly answersOnly?: boolean;
  /** Make the package in spite of blockers, marked as a draft inside. */
  readonly draft: boolean;
  /** Path of the ZIP to write or replace. */
  readonly target: string;
  readonly cancellation: Cancellation;
  readonly onProgress?: (progress: PackageProgress) => void;
  /** Facts of a cited path, for the record beside the package; undefined while they are not known. */
  readonly evidenceFile?: (path: string) => EvidenceFile | undefined;
  /** Seconds since 1970; the value of `SOURCE_DATE_EPOCH`. */
  readonly sourceDateEpoch?: number;
}

export type PackageOutcome =
  | {
      readonly kind: 'written';
      readonly path: string;
      /** Path of the record that stays in the house. */
      readonly internal: string;
      readonly entries: number;
      readonly bytes: number;
      /** What the gate said of what was packaged; of a draft, too. */
      readonly filing: Filing;
    }
  | { readonly kind: 'blocked'; readonly blockers: readonly Blocker[] }
  /** Only answers are wanted, and nothing that is to be filed answers anything. */
  | { readonly kind: 'nothingToAnswer' };

/** The first instant a ZIP can hold: without a date from outside, the same input gives the same bytes. */
const zipEpoch = new Date(Date.UTC(1980, 0, 1));

/**
 * Makes the package of a dossier, and beside it the record of what stays in the house. A final one is refused while anything
 * blocks it.
 * @throws ArchiveError, CancelledError; the target is then as it was
 */
export async function packageDossier(request: PackageRequest): Promise<PackageOutcome> {
  const { analysis, draft } = request;
  const ready = readyToPackage(request);
  if (ready.kind !== 'ready') return ready;
  const { scope, filing } = ready;
  const epoch = request.sourceDateEpoch;
  const timestamp = epoch === undefined ? zipEpoch : new Date(Math.max(epoch * 1000, zipEpoch.getTime()));
  const options: PackageOptions = {
    scope: withoutChapters(scope, filing.emptyChapters),
    draft,
    toolVersion,
    filing,
    ...(request.evidenceFile ? { evidenceFile: request.evidenceFile } : {}),
    ...(epoch === undefined ? {} : { date: timestamp.toISOString().slice(0, 10) }),
  };
  const content = packageContent(analysis, options);
  const collector = new EntryCollector(analysis.dossier, draft, timestamp);
  for (const entry of content) await collector.add(entry);
  const { onProgress } = request;
  const internal = internalPath(request.target);
  const written = await writeArchive({
    target: request.target,
    entries: collector.entries,
    beside: {
      path: internal,
      content: (entries) => Buffer.from(internalRecord(analysis, options, basename(request.target), entries), 'utf8'),
    },
    timestamp,
    cancellation: request.cancellation,
    ...(onProgress
      ? {
          onProgress: (progress) => {
            onProgress({ ...progress, total: collector.bytes });
          },
        }
      : {}),
  });
  const { path, entries, size: bytes } = written;
  return { kind: 'written', path, internal, entries: entries.length, bytes, filing };
}

/** What keeps a package from being made, before anyone is asked where to write it. */
export function readyToPackage(
  request: Pick<PackageRequest, 'analysis' | 'chapters' | 'answersOnly' | 'draft'>,
):
  | Exclude<PackageOutcome, { readonly kind: 'written' }>
  | { readonly kind: 'ready'; readonly scope: Scope; readonly filing: Filing } {
  const { analysis, draft } = request;
  const scope = scopeOf(request);
  const state = analysis.compliance();
  const isAnswerable = !scope.proofs || !state || !isEmptyScope(state, scope);
  if (!isAnswerable && (draft || isKnown(scope, state))) return { kind: 'nothingToAnswer' };
  const filing = filingOf(analysis, scope);
  if (!draft && !filing.isPossible) return { kind: 'blocked', blockers: filing.blockers };
  return { kind: 'ready', scope, filing };
}

/** `depot.zip` has `depot.interne.json` beside it. */
export function internalPath(target: string): string {
  return `${target.replace(/\.zip$/i, '')}.interne.json`;
}

/** A chapter of which no proof is expected is left out of a package of chapters; a draft of these alone keeps them. */
function withoutChapters(scope: Scope, empty: readonly string[]): Scope {
  const chapters = scope.chapters?.filter((chapter) => !empty.includes(chapter));
  return chapters === undefined || chapters.length === 0 ? scope : { ...scope, chapters };
}

function scopeOf({
  analysis,
  chapters,
  answersOnly,
}: Pick<PackageRequest, 'analysis' | 'chapters' | 'answersOnly'>): Scope {
  return {
    ...(chapters === undefined ? {} : { chapters }),
    ...(answersOnly === true ? { proofs: answeringProofs(analysis) } : {}),
  };
}

/** A chapter that does not exist is for the gate to tell. */
function isKnown({ chapters }: Scope, state: Compliance): boolean {
  return (chapters ?? []).every((chapter) => state.chapters.some(({ name }) => name === chapter));
}

/** Finds the files of a package before anything is written, so that what is missing is said at once. */
class EntryCollector {
  readonly entries: ArchiveEntry[] = [];
  /** Of the evidence. */
  bytes = 0;
  readonly #locator: PieceLocator;

  constructor(
    folders: PieceFolders,
    readonly draft: boolean,
    readonly timestamp: Date,
  ) {
    this.#locator = new PieceLocator(folders);
  }

  async add({ name, content }: PackageEntry): Promise<void> {
    switch (content.kind) {
      case 'text':
        this.entries.push({ name, source: { kind: 'bytes', bytes: Buffer.from(content.text, 'utf8') } });
        break;
      case 'after':
        this.#lazy(name, (written) => Buffer.from(content.text(written), 'utf8'));
        break;
      case 'table':
        this.#lazy(name, (written) => writeXlsx([content.table(written)]));
        break;
      case 'evidence':
        await this.#evidence(name, content.path, content.pinned);
    }
  }

  #lazy(name: string, produce: (written: readonly WrittenEntry[]) => Uint8Array): void {
    this.entries.push({ name, source: { kind: 'lazy', produce } });
  }

  async #evidence(entry: string, path: string, pinned: string | undefined): Promise<void> {
    const location = await this.#locator.locate(path);
    if (location.kind === 'not') {
      // A draft is made of what is there; what is missing is listed in its index.
      if (this.draft) return;
      const placed = location.fact.state === 'absent' ? this.#locator.at(path) : undefined;
      const pointer = placed ? await dvcPointer(placed.locator.root, placed.path) : undefined;
      throw pointer ? notFetched(path, entry, pointer.fetch) : missingEvidence(path, location.fact, entry);
    }
    const { size } = location.identity;
    const { realPath, realRoot } = location;
    // A link gives a file of the house a name that says nothing.
    if (isOwnFile(relative(realRoot, realPath))) {
      if (this.draft) return;
      throw new ArchiveError('evidence-own', `A file of the dossier: ${realPath}`, { path, entry });
    }
    const lfs = await evidenceStep(path, entry, () => lfsPointerAt(realPath, size, realRoot));
    if (lfs) {
      if (this.draft) return;
      throw notFetched(path, entry, lfs.pointer.fetch);
    }
    this.bytes += size;
    // A draft takes a changed file as it is: the check lists it.
    const sha256 = this.draft ? undefined : pinned;
    this.entries.push({
      name: entry,
      source: { kind: 'file', path: realPath, within: realRoot, ...(sha256 === undefined ? {} : { sha256 }) },
    });
  }
}

function notFetched(path: string, entry: string, command: string): ArchiveError {
  return new ArchiveError('evidence-not-fetched', command, { path, entry });
}

async function evidenceStep<T>(path: string, entry: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw evidenceError(error, path, entry);
  }
}
