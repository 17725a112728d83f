import { open, rename, rm } from 'node:fs/promises';
import { temporaryPath } from '../archive/temporary-name';

/**
 * Writes a file in one step, text as UTF-8: beside its target, flushed, then renamed. On any error the target is as it was.
 * @param exclusive fail with `EEXIST` when the target exists
 */
export async function writeText(path: string, text: string | Uint8Array, { exclusive = false } = {}): Promise<void> {
  if (exclusive) {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return;
  }
  const temporary = temporaryPath(path);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    // The user knows the target, not the file beside it.
    if (error instanceof Error && 'path' in error) error.path = path;
    throw error;
  }
}
