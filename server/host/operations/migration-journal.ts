import { realpath, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathFault } from '../../core/evidence/evidence-path';
import { FileChanged } from '../files/file-changed';
import { readGuarded } from '../files/guarded-file';
import { neverCancelled } from '../../core/ports/cancellation';
import { sha256Of } from '../files/digest-of';
import { withFileLocks } from '../files/file-lock';
import { writeText } from './write-text';

/** What a dossier was before its migration: enough to restore it to the byte, whenever the migration stopped. */
export interface MigrationJournal {
  readonly version: 1;
  readonly fichiers: readonly JournalFile[];
  /** The catalogue and the overlay that were copied into the dossier. */
  readonly copies: readonly JournalCopy[];
}

export interface JournalFile {
  /** Relative to the folder of the main manifest, `/` separated. */
  readonly chemin: string;
  /** The whole text before. */
  readonly avant: string;
  readonly sha256_apres: string;
}

export interface JournalCopy {
  /** Relative to the folder of the main manifest, `/` separated. */
  readonly chemin: string;
  readonly sha256: string;
}

/** `undone`: how many files were written. `changed`: files edited since, which restoring would lose; nothing was done. */
export type UndoOutcome =
  | { readonly kind: 'undone'; readonly files: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreadable'; readonly path: string }
  | { readonly kind: 'changed'; readonly files: readonly string[]; readonly journal: string };

/** @param main path of the main manifest */
export function journalPath(main: string): string {
  return join(dirname(main), `${basename(main)}.avant-migration.json`);
}

export async function writeJournal(main: string, journal: MigrationJournal): Promise<void> {
  await writeText(journalPath(main), `${JSON.stringify(journal, null, 2)}\n`);
}

export async function removeJournal(main: string): Promise<void> {
  await rm(journalPath(main), { force: true });
}

/** Whether a migration was cut off while it wrote: some files are new, others still old. */
export async function isInterrupted(main: string): Promise<boolean> {
  const journal = await readJournal(main);
  if (journal === undefined || journal === 'unreadable') return false;
  const states = await Promise.all(journal.fichiers.map((file) => stateOf(main, file)));
  return states.includes('before') && states.includes('after');
}

/**
 * Puts every manifest back as it was before the last migration, all of them or none. Interrupted, it can be done again.
 * @throws FileChanged when a file was edited in between, UnreadableFile, or the system's error
 */
export async function undoMigration(main: string): Promise<UndoOutcome> {
  const journal = await readJournal(main);
  if (journal === undefined) return { kind: 'nothing' };
  if (journal === 'unreadable') return { kind: 'unreadable', path: journalPath(main) };
  const changed = await changedSince(main, journal);
  if (changed) return changed;
  const paths = journal.fichiers.map(({ chemin }) => pathIn(main, chemin));
  return await withFileLocks(paths, neverCancelled, () => undoHeld(main, journal));
}

/** Undefined when nothing was edited since the migration. */
async function changedSince(main: string, { fichiers }: MigrationJournal): Promise<UndoOutcome | undefined> {
  const states = await Promise.all(fichiers.map((file) => stateOf(main, file)));
  const files = fichiers.filter((_, at) => states[at] === 'other').map(({ chemin }) => chemin);
  return files.length > 0 ? { kind: 'changed', files, journal: journalPath(main) } : undefined;
}

async function undoHeld(main: string, journal: MigrationJournal): Promise<UndoOutcome> {
  const changed = await changedSince(main, journal);
  if (changed) return changed;
  const written: { readonly path: string; readonly after: Buffer }[] = [];
  try {
    for (const file of journal.fichiers) {
      const path = pathIn(main, file.chemin);
      const after = await bytesOf(main, path);
      if (after?.equals(Buffer.from(file.avant, 'utf8'))) continue;
      if (!after || sha256Of(after) !== file.sha256_apres) throw new FileChanged(path);
      await writeText(path, file.avant);
      written.push({ path, after });
    }
  } catch (error) {
    for (const { path, after } of written) await writeText(path, after);
    throw error;
  }
  for (const { chemin, sha256 } of journal.copies) {
    const path = pathIn(main, chemin);
    const bytes = await bytesOf(main, path);
    if (bytes && sha256Of(bytes) === sha256) await rm(path);
  }
  await removeJournal(main);
  return { kind: 'undone', files: written.length };
}

/** Absolute path of a file of the dossier. */
export function pathIn(main: string, path: string): string {
  return join(dirname(main), ...path.split('/'));
}

async function stateOf(main: string, file: JournalFile): Promise<'before' | 'after' | 'other'> {
  const bytes = await bytesOf(main, pathIn(main, file.chemin));
  if (!bytes) return 'other';
  if (sha256Of(bytes) === file.sha256_apres) return 'after';
  return bytes.equals(Buffer.from(file.avant, 'utf8')) ? 'before' : 'other';
}

async function readJournal(main: string): Promise<MigrationJournal | 'unreadable' | undefined> {
  const bytes = await bytesOf(main, journalPath(main));
  if (!bytes) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
  return isJournal(value) ? value : 'unreadable';
}

/** The file may come from elsewhere: no path of it leaves the dossier. */
function isJournal(value: unknown): value is MigrationJournal {
  if (typeof value !== 'object' || value === null) return false;
  const { version, fichiers, copies } = value as Record<string, unknown>;
  const isFile = (one: unknown): boolean => {
    if (typeof one !== 'object' || one === null) return false;
    const { chemin, avant, sha256_apres: after } = one as Record<string, unknown>;
    return isSafe(chemin, /\.ya?ml$/i) && typeof avant === 'string' && typeof after === 'string';
  };
  const isCopy = (one: unknown): boolean => {
    if (typeof one !== 'object' || one === null) return false;
    const { chemin, sha256 } = one as Record<string, unknown>;
    return isSafe(chemin, /\.ya?ml$/i) && typeof sha256 === 'string';
  };
  if (version !== 1 || !Array.isArray(fichiers) || !fichiers.every(isFile)) return false;
  return Array.isArray(copies) && copies.every(isCopy);
}

function isSafe(path: unknown, form: RegExp): boolean {
  return typeof path === 'string' && pathFault(path) === undefined && form.test(path);
}

/** It holds every manifest that was written, quoted. */
const mostJournalBytes = 512 * 2 ** 20;

/** @throws UnreadableFile, also when a link leads out of the dossier's folder */
async function bytesOf(main: string, path: string): Promise<Buffer | undefined> {
  try {
    const within = await realpath(dirname(main));
    return (await readGuarded(path, { within, mostBytes: mostJournalBytes })).bytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
