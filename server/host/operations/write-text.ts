import { open, rename, rm } from 'node:fs/promises';
import { temporaryPath } from '../archive/temporary-name';
import { placeNew } from '../files/place-new';
import { sweepTemporaries } from './sweep-temporaries';

/**
 * Writes a file in one step, text as UTF-8: beside its target, flushed, then given its name. On any error, and when the
 * process is killed, the target is as it was or as it should be; what a killed run left beside it goes with the next one.
 * @param exclusive fail with `EEXIST` when the target exists
 */
export async function writeText(path: string, text: string | Uint8Array, { exclusive = false } = {}): Promise<void> {
  await sweepTemporaries([path]);
  const temporary = temporaryPath(path);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    if (exclusive) {
      await placeNew(temporary, path);
      await rm(temporary, { force: true });
    } else await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    // The user knows the target, not the file beside it.
    if (error instanceof Error && 'path' in error) error.path = path;
    throw error;
  }
}
