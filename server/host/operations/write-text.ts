import { open, rename, rm } from 'node:fs/promises';
import { systemCode } from '../archive/system-error';
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
    await (exclusive ? placeNew(temporary, path) : rename(temporary, path));
  } catch (error) {
    await rm(temporary, { force: true });
    // The user knows the target, not the file beside it.
    if (error instanceof Error && 'path' in error) error.path = path;
    throw error;
  }
  if (exclusive) await letGo(temporary);
}

/** The file has its name by now: that it keeps another one for a while is no failure. */
async function letGo(temporary: string): Promise<void> {
  for (let tries = 0; tries < 2; tries++) {
    try {
      await rm(temporary, { force: true });
      return;
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
    }
  }
}
