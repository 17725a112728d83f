import { neverCancelled } from '../../core/ports/cancellation';
import type { EncodingFault } from '../../core/text/encoding';
import { decodeBytes } from '../files/decode-bytes';
import { FileChanged } from '../files/file-changed';
import { withFileLock } from '../files/file-lock';
import { readGuarded } from '../files/guarded-file';
import { mostTextBytes } from '../files/node-files';
import { isAbsent } from './is-absent';
import { writeText } from './write-text';

/** A file of the user is not UTF-8: whatever we made of its text is a guess, and writing it would lose the original. */
export class NotUtf8 extends Error {
  constructor(
    readonly path: string,
    readonly fault: EncodingFault,
  ) {
    super(`Not UTF-8: ${path}`);
  }
}

/**
 * The only way in which a text that the user wrote is replaced by another. Refuses when the file is not UTF-8, or no longer
 * holds, to the byte, the text that the change was made from.
 * @throws NotUtf8, FileChanged, or the system's error; the file is then as it was
 */
export async function rewriteText(path: string, before: string, after: string): Promise<void> {
  // Two who compare at once would both find it unchanged, and the second would undo the first.
  await withFileLock(path, neverCancelled, () => rewriteHeld(path, before, after));
}

/** {@link rewriteText}, for whoever holds the lock of the file. */
export async function rewriteHeld(path: string, before: string, after: string): Promise<void> {
  await assertUnchanged(path, before);
  await writeText(path, after);
}

/**
 * {@link rewriteText} of a file in whatever encoding, which stays: no byte of it is a guess.
 * @throws FileChanged, or the system's error; the file is then as it was
 */
export async function rewriteBytes(path: string, before: Uint8Array, after: Uint8Array | string): Promise<void> {
  await withFileLock(path, neverCancelled, async () => {
    if (!(await bytesOf(path)).equals(before)) throw new FileChanged(path);
    await writeText(path, after);
  });
}

/**
 * The same check, for writers that write several files and want to know before the first.
 * @param within folder, past all links, that the file has to be in
 */
export async function assertUnchanged(path: string, before: string, within?: string): Promise<void> {
  const bytes = await bytesOf(path, within);
  assertDecoded(path, bytes);
  if (!bytes.equals(Buffer.from(before, 'utf8'))) throw new FileChanged(path);
}

/** Refuses a file that is not UTF-8; one that is not there can take any text. @throws NotUtf8, or the system's error */
export async function assertUtf8(path: string): Promise<void> {
  try {
    assertDecoded(path, await bytesOf(path));
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

/**
 * The text of a file that the user wrote.
 * @param within folder, past all links, that the file has to be in
 * @throws NotUtf8, UnreadableFile, or the system's error
 */
export async function readUtf8(path: string, within?: string): Promise<string> {
  const { text, fault } = decodeBytes(await bytesOf(path, within));
  if (fault) throw new NotUtf8(path, fault);
  return text;
}

async function bytesOf(path: string, within?: string): Promise<Buffer> {
  const { bytes } = await readGuarded(path, { ...(within === undefined ? {} : { within }), mostBytes: mostTextBytes });
  return bytes;
}

function assertDecoded(path: string, bytes: Uint8Array): void {
  const { fault } = decodeBytes(bytes);
  if (fault) throw new NotUtf8(path, fault);
}
