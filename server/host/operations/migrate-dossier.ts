import { realpath } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from '../../core/catalogue/catalogue';
import type { CatalogueState, Dossier } from '../../core/dossier/dossier';
import type { FileFault } from '../../core/ports/file-fault';
import type { Locale, Sentence } from '../../core/messages/say';
import type { BuiltInCatalogues } from '../../core/ports/built-in-catalogues';
import { neverCancelled, throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { compareCatalogues } from '../../core/revision/compare-catalogues';
import type { CatalogueRevision } from '../../core/revision/revision';
import type { MigrationPlan } from '../../core/revision/migration/migration';
import { planMigration, type MigrationOutcome } from '../../core/revision/migration/plan-migration';
import { badCatalogue, loadCatalogue, type LoadedCatalogue } from './load-catalogue';
import { sha256Of } from '../files/digest-of';
import { withFileLocks } from '../files/file-lock';
import { isInterrupted, removeJournal, writeJournal, type JournalFile } from './migration-journal';
import { MadeFolders } from './made-folders';
import { placeCatalogue, readForDossier, removeCopies, writeCopies, type CatalogueCopy } from './place-catalogue';
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
  /** The new catalogue and its overlay, where they have to be copied into the dossier. */
  readonly copies: readonly CatalogueCopy[];
}

export type PrepareOutcome =
  | { readonly kind: 'prepared'; readonly migration: PreparedMigration }
  | { readonly kind: 'badCatalogue'; readonly reference: string; readonly message: Sentence | undefined }
  | { readonly kind: 'unknownCatalogue'; readonly reference: string; readonly near: readonly string[] }
  /** The present catalogue can not be read, so that nobody knows what changed. */
  | { readonly kind: 'noPresentCatalogue'; readonly state: CatalogueState['kind'] }
  /** A fragment was not read: it would stay as it is, beside a dossier that follows another REM. */
  | { readonly kind: 'unread'; readonly path: string; readonly fault: FileFault }
  /** Another file has the name that the copy of the catalogue, or of its overlay, would have. */
  | { readonly kind: 'catalogueExists'; readonly path: string }
  /** A migration was cut off; it has to be undone first. */
  | { readonly kind: 'interrupted' }
  | Exclude<MigrationOutcome, { readonly kind: 'planned' }>;

/** Works out what a dossier becomes. Writes nothing. @throws NotUtf8 when a manifest could not be written back */
export async function prepareMigration(request: MigrationRequest): Promise<PrepareOutcome> {
  const { dossier, cancellation } = request;
  const main = fileURLToPath(dossier.main.uri);
  const [unread] = dossier.unread;
  if (unread) return { kind: 'unread', path: unread.path, fault: unread.fault };
  if (await isInterrupted(main)) return { kind: 'interrupted' };
  for (const { uri } of [dossier.main, ...dossier.fragments]) await assertUtf8(fileURLToPath(uri));
  const next = await loadNext(request, main);
  if (next.kind === 'bad') return badCatalogue(request.catalogue, next);
  if (next.kind === 'unknown') return { kind: 'unknownCatalogue', reference: request.catalogue, near: next.near };
  const present = await presentCatalogue(request);
  if (present.kind !== 'present') return present;
  const place =
    next.kind === 'file'
      ? await placeCatalogue(request.resolvePath(request.catalogue), next.file, dirname(main))
      : undefined;
  if (place?.kind === 'exists') return { kind: 'catalogueExists', path: place.path };
  throwIfCancelled(cancellation);
  const catalogue = next.kind === 'file' ? next.file.catalogue : next.catalogue;
  const revision = compareCatalogues(present.catalogue, catalogue);
  const outcome = planMigration({
    files: [dossier.main, ...dossier.fragments],
    revision,
    head: { dispositif: catalogue.dispositif.id, catalogue: place?.path },
    followProbable: request.followProbable,
    locale: request.locale,
  });
  if (outcome.kind !== 'planned') return outcome;
  return { kind: 'prepared', migration: { main, plan: outcome.plan, revision, copies: place?.copies ?? [] } };
}

/**
 * Writes a prepared migration: first what everything was, then each file in one step. When a step fails, what was written
 * is put back; when the process is killed, the journal puts it back.
 * @throws NotUtf8, FileChanged, UnreadableFile, or the system's error
 */
export async function applyMigration({ main, plan, copies }: PreparedMigration): Promise<void> {
  const files = plan.files.map(({ uri, before, after }) => ({ path: fileURLToPath(uri), before, after }));
  const paths = files.map(({ path }) => path);
  await withFileLocks(paths, neverCancelled, () => applyHeld(main, files, copies));
}

async function applyHeld(
  main: string,
  files: readonly { readonly path: string; readonly before: string; readonly after: string }[],
  copies: readonly CatalogueCopy[],
): Promise<void> {
  const within = await realpath(dirname(main));
  for (const { path, before } of files) await assertUnchanged(path, before, within);
  const written: (typeof files)[number][] = [];
  const folders = new MadeFolders();
  try {
    await writeCopies(dirname(main), copies, folders);
  } catch (error) {
    await folders.removeEmpty();
    throw error;
  }
  try {
    await writeJournal(main, {
      version: 1,
      fichiers: files.map(({ path, before, after }): JournalFile => ({
        chemin: slashed(relative(dirname(main), path)),
        avant: before,
        sha256_apres: sha256Of(after),
      })),
      copies: copies.map(({ path, bytes }) => ({ chemin: path, sha256: sha256Of(bytes) })),
    });
    for (const file of files) {
      await writeText(file.path, file.after);
      written.push(file);
    }
  } catch (error) {
    for (const { path, before } of written) await writeText(path, before);
    await removeCopies(dirname(main), copies);
    await folders.removeEmpty();
    await removeJournal(main);
    throw error;
  }
}

/** The catalogue that the dossier is to follow, with the overlay that it will have in the dossier. */
async function loadNext(request: MigrationRequest, main: string): Promise<LoadedCatalogue> {
  const next = await load(request.catalogue, request);
  if (next.kind !== 'file' || next.file.overlay) return next;
  return readForDossier(request.resolvePath(request.catalogue), dirname(main));
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
  if (loaded.kind === 'bad') return badCatalogue(from, loaded);
  if (loaded.kind === 'unknown') return { kind: 'unknownCatalogue', reference: from, near: loaded.near };
  return { kind: 'present', catalogue: loaded.kind === 'file' ? loaded.file.catalogue : loaded.catalogue };
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
