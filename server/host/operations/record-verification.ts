import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Verification } from '../../core/facts/facts-file';
import { writeVerification } from '../../core/facts/write-verification';
import type { Locale, Sentence } from '../../core/messages/say';
import { decodeText } from '../../core/text/encoding';
import { readGuarded } from '../files/guarded-file';
import { writeText } from './write-text';

const team: Sentence = { fr: 'Vérifications de l’équipe', en: 'Verifications of the team' };

/** Where it was written, or why it was not. */
export type RecordedVerification =
  | { readonly path: string; readonly before: string | undefined }
  | { readonly path: string; readonly refused: 'broken' | 'form' | 'encoding' };

/**
 * Writes a verification in a data package: the file, made where it is missing, or `verifications.yaml` in a folder.
 * @throws what the file system throws
 */
export async function recordVerification(
  target: string,
  verification: Verification,
  locale: Locale,
): Promise<RecordedVerification> {
  const path = (await isFolder(target)) ? join(target, 'verifications.yaml') : target;
  const bytes = await bytesOf(path);
  const decoded = bytes && decodeText(bytes, (some) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(some));
  if (decoded?.fault) return { path, refused: 'encoding' };
  const written = writeVerification(decoded?.text, verification, team[locale]);
  if ('refused' in written) return { path, refused: written.refused };
  await mkdir(dirname(path), { recursive: true });
  await writeText(path, written.text, { exclusive: bytes === undefined });
  return { path, before: decoded?.text };
}

/** A name without the end of a YAML file that does not exist is a folder to come. */
async function isFolder(target: string): Promise<boolean> {
  try {
    return (await stat(target)).isDirectory();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return !/\.ya?ml$/i.test(target);
    throw error;
  }
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return (await readGuarded(path, { mostBytes: 2 ** 24 })).bytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
