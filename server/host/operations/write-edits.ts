import { fileURLToPath } from 'node:url';
import type { EditedFile } from '../../core/attach/draft';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { withFileLocks } from '../files/file-lock';
import { assertUnchanged } from './rewrite-text';
import { writeText } from './write-text';

/**
 * Writes what manifests become, all of them or none.
 * @throws NotUtf8, FileChanged, UnreadableFile, CancelledError, or the system's error; the files are then as they were
 */
export async function writeEdits(files: readonly EditedFile[], cancellation: Cancellation): Promise<void> {
  const paths = files.map(({ uri }) => fileURLToPath(uri));
  await withFileLocks(paths, cancellation, () => writeHeld(files, cancellation));
}

async function writeHeld(files: readonly EditedFile[], cancellation: Cancellation): Promise<void> {
  for (const { uri, before } of files) await assertUnchanged(fileURLToPath(uri), before);
  const written: EditedFile[] = [];
  try {
    throwIfCancelled(cancellation);
    for (const file of files) {
      await assertUnchanged(fileURLToPath(file.uri), file.before);
      await writeText(fileURLToPath(file.uri), file.after);
      written.push(file);
    }
  } catch (error) {
    for (const { uri, before } of written) await writeText(fileURLToPath(uri), before);
    throw error;
  }
}
