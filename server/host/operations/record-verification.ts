import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Verification } from '../../core/facts/facts-file';
import { writeVerification } from '../../core/facts/write-verification';
import type { Locale, Sentence } from '../../core/messages/say';
import type { Cancellation } from '../../core/ports/cancellation';
import { withFileLock } from '../files/file-lock';
import { isAbsent } from './is-absent';
import { MadeFolders } from './made-folders';
import { NotUtf8, readUtf8, rewriteHeld } from './rewrite-text';
import { writeText } from './write-text';

const team: Sentence = { fr: 'Vérifications de l’équipe', en: 'Verifications of the team' };

/** Where it was written, or why it was not. */
export type RecordedVerification =
  | { readonly path: string; readonly before: string | undefined }
  | { readonly path: string; readonly refused: 'broken' | 'form' | 'encoding' };

/**
 * Writes a verification in a data package: the file, made where it is missing, or `verifications.yaml` in a folder. Those who
 * write at once take turns: what a colleague verified meanwhile stays.
 * @throws FileChanged, UnreadableFile, CancelledError, or the system's error; the file is then as it was
 */
export async function recordVerification(
  target: string,
  verification: Verification,
  locale: Locale,
  cancellation: Cancellation,
): Promise<RecordedVerification> {
  const path = (await isFolder(target)) ? join(target, 'verifications.yaml') : target;
  const folders = new MadeFolders();
  try {
    // The lock lies beside the file.
    await folders.make(dirname(path));
    return await withFileLock(path, cancellation, () => recordHeld(path, verification, locale));
  } catch (error) {
    await folders.removeEmpty();
    if (error instanceof NotUtf8) return { path, refused: 'encoding' };
    throw error;
  }
}

async function recordHeld(path: string, verification: Verification, locale: Locale): Promise<RecordedVerification> {
  const before = await textIfThere(path);
  const written = writeVerification(before, verification, team[locale]);
  if ('refused' in written) return { path, refused: written.refused };
  if (before === undefined) await writeText(path, written.text, { exclusive: true });
  else await rewriteHeld(path, before, written.text);
  return { path, before };
}

/** A name without the end of a YAML file that does not exist is a folder to come. */
async function isFolder(target: string): Promise<boolean> {
  try {
    return (await stat(target)).isDirectory();
  } catch (error) {
    if (isAbsent(error)) return !/\.ya?ml$/i.test(target);
    throw error;
  }
}

async function textIfThere(path: string): Promise<string | undefined> {
  try {
    return await readUtf8(path);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
