import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

import type { FileOperations } from './file-operations';
import { systemCode } from './system-error';

/** So that the temporary name fits where the target's own name just fits (255 bytes). */
const maxStemBytes = 180;

/** A shared folder may hold the files of other machines, whose processes cannot be asked for: they are left alone. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** A new name beside the target: `.<name>.<pid>-<machine><random>.partiel`. */
export function temporaryPath(target: string): string {
  const unique = `${process.pid}-${machine}${randomBytes(6).toString('hex')}`;
  return join(dirname(target), `.${stem(target)}.${unique}.partiel`);
}

/** Told of a temporary file that could not be removed, and why. The run itself goes on. */
export type OnLeftover = (path: string, error: unknown) => void;

/**
 * Removes what earlier runs for the same target left beside it: those of this machine whose process has ended. Files
 * of runs that are still going on are not touched. @throws the system's error when the folder cannot be listed.
 */
export async function removeStaleTemporaries(
  target: string,
  files: Pick<FileOperations, 'list' | 'remove' | 'isProcessAlive'>,
  onLeftover: OnLeftover,
): Promise<void> {
  const folder = dirname(target);
  const prefix = `.${stem(target)}.`;
  for (const name of await files.list(folder)) {
    if (!name.startsWith(prefix)) continue;
    const found = /^(\d{1,10})-([0-9a-f]{8})[0-9a-f]+\.partiel$/.exec(name.slice(prefix.length));
    if (found === null || found[2] !== machine || files.isProcessAlive(Number(found[1]))) continue;
    await removeTemporary(join(folder, name), files, onLeftover);
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

function stem(target: string): string {
  let name = basename(target);
  while (Buffer.byteLength(name) > maxStemBytes) name = Array.from(name).slice(0, -1).join('');
  return name;
}
