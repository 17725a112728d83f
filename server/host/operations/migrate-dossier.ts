import { mkdir, realpath, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from '../../core/catalogue/catalogue';
import type { CatalogueReading } from '../../core/catalogue/read-catalogue';
import type { CatalogueState, Dossier } from '../../core/dossier/dossier';
import type { FileFault } from '../../core/ports/file-fault';
import type { Locale } from '../../core/messages/say';
import type { BuiltInCatalogues } from '../../core/ports/built-in-catalogues';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { compareCatalogues } from '../../core/revision/compare-catalogues';
import type { CatalogueRevision } from '../../core/revision/revision';
import type { MigrationPlan } from '../../core/revision/migration/migration';
import { planMigration, type MigrationOutcome } from '../../core/revision/migration/plan-migration';
import { readGuarded } from '../files/guarded-file';
import { mostTextBytes } from '../files/node-files';
import { loadCatalogue, type LoadedCatalogue } from './load-catalogue';
import { isInterrupted, pathIn, removeJournal, sha256Of, writeJournal, type JournalFile } from './migration-journal';
import { assertUnchanged, assertUtf8 } from './rewrite-text';
import { writeText } from './write-text';

export interface MigrationRequest {
  /** The dossier as it is. */
  readonly dossier: Pick<Dossier, 'main' | 'fragments' | 'unread' | 'catalogue'>;
  /** Path of a `*.rem.yaml`, or id of a dispositif for its built-in catalogue. */
  readonly catalogue: string;
  /** What the manifests were written for, when `dossier.catalogue` does not say it any more. */
  readonly from?: string;
  readonly followProbable: boolean;
  readonly locale: Locale;
  readonly builtIns: BuiltInCatalogues;
  /** Makes an absolute path of what the user wrote. */
  readonly resolvePath: (path: string) => string;
  readonly cancellation: Cancellation;
}

export interface PreparedMigration {
  /** Path of the main manifest. */
  readonly main: string;
  readonly plan: MigrationPlan;
  readonly revision: CatalogueRevision;
  /** The new catalogue, when it has to be copied into the dossier. */
  readonly copy?: { readonly path: string; readonly bytes: Uint8Array };
}

export type PrepareOutcome =
  | { readonly kind: 'prepared'; readonly migration: PreparedMigration }
  | { readonly kind: 'badCatalogue'; readonly reference: string; readonly problem: Problem | undefined }
  | { readonly kind: 'unknownCatalogue'; readonly reference: string; readonly near: readonly string[] }
  /** The present catalogue can not be read, so that nobody knows what changed. */
  | { readonly kind: 'noPresentCatalogue'; readonly state: CatalogueState['kind'] }
  /** A fragment was not read: it would stay as it is, beside a dossier that follows another REM. */
  | { readonly kind: 'unread'; readonly path: string; readonly fault: FileFault }
  /** Another file has the name that the copy of the catalogue would have. */
  | { readonly kind: 'catalogueExists'; readonly path: string }
  /** A migration was cut off; it has to be undone first. */
  | { readonly kind: 'interrupted' }
  | Exclude<MigrationOutcome, { readonly kind: 'planned' }>;

type Problem = CatalogueReading['problems'][number];

/** Works out what a dossier becomes. Writes nothing. @throws NotUtf8 when a manifest could not be written back */
export async function prepareMigration(request: MigrationRequest): Promise<PrepareOutcome> {
  const { dossier, cancellation } = request;
  const main = fileURLToPath(dossier.main.uri);
  const [unread] = dossier.unread;
  if (unread) return { kind: 'unread', path: unread.path, fault: unread.fault };
  if (await isInterrupted(main)) return { kind: 'interrupted' };
  for (const { uri } of [dossier.main, ...dossier.fragments]) await assertUtf8(fileURLToPath(uri));
  const next = await load(request.catalogue, request);
  if (next.kind === 'bad') return { kind: 'badCatalogue', reference: request.catalogue, problem: next.problem };
  if (next.kind === 'unknown') return { kind: 'unknownCatalogue', reference: request.catalogue, near: next.near };
  const present = await presentCatalogue(request);
  if (present.kind !== 'present') return present;
  const place: CataloguePlace = next.kind === 'file' ? await placeFor(request, main, next.bytes) : {};
  if (place.exists !== undefined) return { kind: 'catalogueExists', path: place.exists };
  throwIfCancelled(cancellation);
  const revision = compareCatalogues(present.catalogue, next.catalogue);
  const outcome = planMigration({
    files: [dossier.main, ...dossier.fragments],
    revision,
    head: { dispositif: next.catalogue.dispositif.id, catalogue: place.path },
    followProbable: request.followProbable,
    locale: request.locale,
  });
  if (outcome.kind !== 'planned') return outcome;
  const copy = place.copy ? { copy: place.copy } : {};
  return { kind: 'prepared', migration: { main, plan: outcome.plan, revision, ...copy } };
}

/**
 * Writes a prepared migration: first what everything was, then each file in one step. When a step fails, what was written
 * is put back; when the process is killed, the journal puts it back.
 * @throws NotUtf8, FileChanged, UnreadableFile, or the system's error
 */
export async function applyMigration({ main, plan, copy }: PreparedMigration): Promise<void> {
  const files = plan.files.map(({ uri, before, after }) => ({ path: fileURLToPath(uri), before, after }));
  const within = await realpath(dirname(main));
  for (const { path, before } of files) await assertUnchanged(path, before, within);
  const written: typeof files = [];
  try {
    if (copy) {
      await mkdir(dirname(pathIn(main, copy.path)), { recursive: true });
      await writeText(pathIn(main, copy.path), copy.bytes);
    }
    await writeJournal(main, {
      version: 1,
      fichiers: files.map(({ path, before, after }): JournalFile => ({
        chemin: slashed(relative(dirname(main), path)),
        avant: before,
        sha256_apres: sha256Of(after),
      })),
      ...(copy ? { copie: { chemin: copy.path, sha256: sha256Of(copy.bytes) } } : {}),
    });
    for (const file of files) {
      await writeText(file.path, file.after);
      written.push(file);
    }
  } catch (error) {
    for (const { path, before } of written) await writeText(path, before);
    if (copy) await rm(pathIn(main, copy.path), { force: true });
    await removeJournal(main);
    throw error;
  }
}

async function load(reference: string, request: MigrationRequest): Promise<LoadedCatalogue> {
  return loadCatalogue(reference, request.builtIns, request.resolvePath, request.cancellation);
}

type Present =
  | { readonly kind: 'present'; readonly catalogue: Catalogue }
  | Extract<PrepareOutcome, { readonly kind: 'badCatalogue' | 'unknownCatalogue' | 'noPresentCatalogue' }>;

async function presentCatalogue(request: MigrationRequest): Promise<Present> {
  const { from, dossier } = request;
  if (from === undefined) {
    const state = dossier.catalogue;
    if (state.kind !== 'loaded') return { kind: 'noPresentCatalogue', state: state.kind };
    return { kind: 'present', catalogue: state.catalogue };
  }
  const loaded = await load(from, request);
  if (loaded.kind === 'bad') return { kind: 'badCatalogue', reference: from, problem: loaded.problem };
  if (loaded.kind === 'unknown') return { kind: 'unknownCatalogue', reference: from, near: loaded.near };
  return { kind: 'present', catalogue: loaded.catalogue };
}

interface CataloguePlace {
  /** As the manifest says it; undefined for a built-in catalogue. */
  readonly path?: string;
  readonly copy?: NonNullable<PreparedMigration['copy']>;
  /** What stands in the way of a copy. */
  readonly exists?: string;
}

/** Where the catalogue is, as the manifest says it: under the dossier, or copied into its `rem/`. */
async function placeFor(request: MigrationRequest, main: string, bytes: Uint8Array): Promise<CataloguePlace> {
  const file = request.resolvePath(request.catalogue);
  const inside = relative(resolve(dirname(main)), file);
  if (!inside.startsWith('..') && !isAbsolute(inside)) return { path: slashed(inside) };
  const path = `rem/${basename(file)}`;
  const there = await readIfThere(pathIn(main, path));
  if (!there) return { path, copy: { path, bytes } };
  return there.equals(bytes) ? { path } : { exists: path };
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return (await readGuarded(path, { mostBytes: mostTextBytes })).bytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
