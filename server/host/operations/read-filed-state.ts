import type { Sentence } from '../../core/messages/say';
import type { Cancellation } from '../../core/ports/cancellation';
import { stateOfRecord, type FiledState } from '../../core/submission/filed-state';
import { openFileOf } from '../archive/node-file-operations';
import { ZipReader } from '../archive/zip-reader';
import { openGuarded } from '../files/guarded-file';

/** What to say of an archive without a readable record. */
export const noRecord: Sentence = {
  fr: '{path} n’est pas un dépôt de Ségur Preuves : il n’y a pas de depot.json lisible.',
  en: '{path} is no package of Ségur Preuves: there is no readable depot.json.',
};

const mostRecordBytes = 64 * 2 ** 20;

/**
 * What a package says was filed, from its record alone: evidence is not read. `verify` is what checks that the record
 * tells the truth.
 * @returns undefined when the archive holds no readable record
 * @throws ArchiveError, UnreadableFile, the system's error, CancelledError
 */
export async function readFiledState(path: string, cancellation: Cancellation): Promise<FiledState | undefined> {
  return stateOfRecord(await readPackageRecord(path, cancellation));
}

/**
 * The record of a package (`depot.json`) as it is written, any value; undefined when the archive holds no readable one.
 * @throws ArchiveError, UnreadableFile, the system's error, CancelledError
 */
export async function readPackageRecord(path: string, cancellation: Cancellation): Promise<unknown> {
  const { handle } = await openGuarded(path);
  try {
    const reader = await ZipReader.open(openFileOf(handle), { cancellation });
    const entry = reader.entries.find(({ name }) => /^(?:[^/]+\/)?data\/depot\.json$/.test(name));
    if (!entry) return undefined;
    const bytes = await reader.read(entry, mostRecordBytes, cancellation);
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  } finally {
    await handle.close();
  }
}
