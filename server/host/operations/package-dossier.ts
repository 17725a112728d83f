import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Analysis } from '../../core/dossier/analyse';
import type { Language } from '../../core/messages/language';
import type { Cancellation } from '../../core/ports/cancellation';
import { blockers, type Blocker, type Scope } from '../../core/submission/gate';
import { packageContent, type PackageEntry } from '../../core/submission/package-content';
import { ArchiveError } from '../archive/archive-error';
import type { ArchiveEntry } from '../archive/stored-zip-writer';
import { writeArchive, type ArchiveProgress } from '../archive/write-archive';
import { toolVersion } from '../tool-version';

export interface PackageRequest {
  /** The dossier, checked with all its evidence looked at. */
  readonly analysis: Analysis;
  readonly scope: Scope;
  /** Make the package in spite of blockers, marked as a draft inside. */
  readonly draft: boolean;
  /** Path of the ZIP to write or replace. */
  readonly target: string;
  readonly language: Language;
  readonly cancellation: Cancellation;
  readonly onProgress?: (progress: ArchiveProgress) => void;
  /** Text of the imported catalogue, when there is one. */
  readonly catalogueText?: string;
  /** Seconds since 1970; the value of `SOURCE_DATE_EPOCH`. */
  readonly sourceDateEpoch?: number;
}

export type PackageOutcome =
  | { readonly kind: 'written'; readonly path: string; readonly entries: number; readonly bytes: number }
  | { readonly kind: 'blocked'; readonly blockers: readonly Blocker[] };

/** The first instant a ZIP can hold: without a date from outside, the same input gives the same bytes. */
const zipEpoch = new Date(Date.UTC(1980, 0, 1));

/**
 * Makes the package of a dossier. A final one is refused while anything blocks it.
 * @throws ArchiveError, CancelledError; the target is then as it was
 */
export async function packageDossier(request: PackageRequest): Promise<PackageOutcome> {
  const { analysis, draft, scope } = request;
  if (!draft) {
    const found = blockers(analysis, scope, request.language);
    if (found.length > 0) return { kind: 'blocked', blockers: found };
  }
  const epoch = request.sourceDateEpoch;
  const timestamp = epoch === undefined ? zipEpoch : new Date(Math.max(epoch * 1000, zipEpoch.getTime()));
  const root = fileURLToPath(analysis.dossier.rootUri);
  const content = packageContent(analysis, {
    scope,
    draft,
    toolVersion,
    ...(request.catalogueText === undefined ? {} : { catalogueText: request.catalogueText }),
    ...(epoch === undefined ? {} : { date: timestamp.toISOString().slice(0, 10) }),
  });
  const entries: ArchiveEntry[] = [];
  for (const entry of content) {
    // A draft is made of what is there; what is missing is listed in its index.
    if (entry.content.kind === 'evidence' && draft && !(await isInside(root, entry.content.path))) continue;
    entries.push(await archiveEntry(root, entry));
  }
  const written = await writeArchive({
    target: request.target,
    entries,
    timestamp,
    cancellation: request.cancellation,
    ...(request.onProgress ? { onProgress: request.onProgress } : {}),
  });
  return { kind: 'written', path: written.path, entries: written.entries.length, bytes: written.size };
}

async function archiveEntry(root: string, { name, content }: PackageEntry): Promise<ArchiveEntry> {
  switch (content.kind) {
    case 'text':
      return { name, source: { kind: 'bytes', bytes: Buffer.from(content.text, 'utf8') } };
    case 'after':
      return { name, source: { kind: 'lazy', produce: (written) => Buffer.from(content.text(written), 'utf8') } };
    case 'evidence': {
      const path = await evidenceOnDisk(root, content.path);
      if (path === undefined)
        throw new ArchiveError('evidence-missing', `Not in the dossier: ${content.path}`, {
          path: content.path,
          entry: name,
        });
      return { name, source: { kind: 'file', path } };
    }
  }
}

async function isInside(root: string, path: string): Promise<boolean> {
  return (await evidenceOnDisk(root, path)) !== undefined;
}

/** The real file behind a path of the dossier; undefined when there is none, or when a link leads out of the folder. */
async function evidenceOnDisk(root: string, path: string): Promise<string | undefined> {
  try {
    const [realRoot, real] = await Promise.all([realpath(root), realpath(join(root, ...path.split('/')))]);
    const inside = relative(realRoot, real);
    const outside = inside === '' || inside.startsWith(`..${sep}`) || inside === '..' || isAbsolute(inside);
    return !outside && (await stat(real)).isFile() ? real : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw error;
  }
}
