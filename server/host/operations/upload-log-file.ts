import { dirname, join } from 'node:path';
import {
  changedUploadLog,
  readUploadLog,
  uploadLogName,
  type LogChange,
  type UploadLog,
} from '../../core/uploads/upload-log';
import type { Cancellation } from '../../core/ports/cancellation';
import { withFileLock } from '../files/file-lock';
import { isAbsent } from './is-absent';
import { readUtf8, rewriteHeld } from './rewrite-text';
import { sweepTemporaries } from './sweep-temporaries';
import { writeText } from './write-text';

/** Where the ticks of a package are kept: beside it, as its internal record is. */
export function uploadLogOf(packagePath: string): string {
  return join(dirname(packagePath), uploadLogName);
}

/**
 * What was filed, as the file says; an empty log while there is no file.
 * @throws NotUtf8, UnreadableFile, or the system's error
 */
export async function readUploadLogFile(path: string): Promise<{ readonly log: UploadLog; readonly isThere: boolean }> {
  try {
    return { log: readUploadLog(await readUtf8(path)), isThere: true };
  } catch (error) {
    if (!isAbsent(error)) throw error;
    return { log: readUploadLog(''), isThere: false };
  }
}

/**
 * Writes ticks, in one step; those who write at once take turns, and what a colleague ticked meanwhile stays.
 * @returns the log as it is then; `refused` when the file has problems or cannot keep what is in it: it is then as it was
 * @throws NotUtf8, FileChanged, UnreadableFile, CancelledError, or the system's error; the file is then as it was
 */
export async function writeUploadLog(
  path: string,
  change: LogChange,
  cancellation: Cancellation,
): Promise<{ readonly kind: 'written' | 'refused'; readonly log: UploadLog }> {
  return await withFileLock(path, cancellation, async () => {
    // It may hold all that is to be written, by a run that was killed behind it.
    await sweepTemporaries([path]);
    const { log, isThere } = await readUploadLogFile(path);
    const after = changedUploadLog(log, change);
    if (after === undefined) return { kind: 'refused', log };
    if (!isThere) await writeText(path, after, { exclusive: true });
    else if (after !== log.text) await rewriteHeld(path, log.raw, after);
    return { kind: 'written', log: readUploadLog(after) };
  });
}
