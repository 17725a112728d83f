import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

import type { FileOperations } from './file-operations';
import { systemCode } from './system-error';

/** So that the temporary name fits where the target's own name just fits (255 bytes). */
const maxStemBytes = 180;

/** A shared folder may hold the files of other machines, whose processes cannot be asked for: they are left alone. */
export const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** A new name beside the target: `.<name>.<pid>-<machine><random>.partiel`. */
export function temporaryPath(target: string): string {
  const unique = `${process.pid}-${machine}${randomBytes(6).toString('hex')}`;
  return join(dirname(target), `.${stem(target)}.${unique}.partiel`);
}

/** Told of a temporary file that could not be removed, and why. The run itself goes on. */
export type OnLeftover = (path: string, error: unknown) => void;

/** What has not been written for so long is nobody's work, even where two containers share a folder and a host name. */
const quietNanoseconds = 3_600_000_000_000n;

/**
 * Removes what earlier runs left in the folder of a target: files of this machine whose process has ended. Those made
 * for another target must not have been written for an hour either. Files of runs that are still going on, and names
 * of another form, are not touched.
 * @throws the system's error when the folder cannot be listed
 */
export async function removeStaleTemporaries(
  target: string,
  files: Pick<FileOperations, 'list' | 'remove' | 'status' | 'isProcessAlive'>,
  onLeftover: OnLeftover,
  now: number = Date.now(),
): Promise<void> {
  await removeStaleIn(dirname(target), [target], files, onLeftover, now);
}

/**
 * The same for several targets of one folder; `'all'` in a folder that is ours alone.
 * @throws the system's error when the folder cannot be listed
 */
export async function removeStaleIn(
  folder: string,
  targets: readonly string[] | 'all',
  files: Pick<FileOperations, 'list' | 'remove' | 'status' | 'isProcessAlive'>,
  onLeftover: OnLeftover,
  now: number = Date.now(),
): Promise<void> {
  // What a lock was moved to while it was taken away is named after the lock.
  const own =
    targets === 'all' ? undefined : new Set(targets.map(stem).flatMap((name) => [`.${name}`, `..${name}.verrou`]));
  for (const name of await files.list(folder)) {
    const found = /^(\..+)\.(\d{1,10})-([0-9a-f]{8})[0-9a-f]{12}\.partiel$/s.exec(name);
    if (found === null || found[3] !== machine || files.isProcessAlive(Number(found[2]))) continue;
    const path = join(folder, name);
    if (own?.has(found[1] ?? '') !== false || (await isQuiet(path, files, now, onLeftover)))
      await removeTemporary(path, files, onLeftover);
  }
}

/** Whether it is a file that nobody has written for an hour. */
async function isQuiet(
  path: string,
  files: Pick<FileOperations, 'status'>,
  now: number,
  onLeftover: OnLeftover,
): Promise<boolean> {
  try {
    const { kind, modifiedNanoseconds } = await files.status(path);
    return kind === 'file' && BigInt(now) * 1_000_000n - modifiedNanoseconds > quietNanoseconds;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    if (systemCode(error) !== 'ENOENT') onLeftover(path, error);
    return false;
  }
}

/** Removes a temporary file; one that is already gone is well. */
export async function removeTemporary(
  path: string,
  files: Pick<FileOperations, 'remove'>,
  onLeftover: OnLeftover,
): Promise<void> {
  try {
    await files.remove(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') onLeftover(path, error);
  }
}

/** The name of a file, short enough to be the stem of the name of another beside it. */
export function stem(target: string): string {
  let name = basename(target);
  while (Buffer.byteLength(name) > maxStemBytes) name = Array.from(name).slice(0, -1).join('');
  return name;
}
