import { randomBytes } from 'node:crypto';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { nodeFileOperations } from '../archive/node-file-operations';
import { systemCode } from '../archive/system-error';
import { machine, stem } from '../archive/temporary-name';
import { decodeBytes } from './decode-bytes';
import { readGuarded } from './guarded-file';
import { FileChanged } from './file-changed';

/** Between two tries, in milliseconds. */
const pause = 20;
/** So many tries, then somebody else is at it for good. */
const mostTries = 500;
/** A lock that stood so long is of a process that ended in the middle: the work under it takes milliseconds. */
const staleAfter = 30_000;
/** The same where the process is of this machine and is seen to have ended; not sooner, for another container may have our name. */
const orphanAfter = 2_000;

/** A lock holds a few characters. */
const mostBytes = 1024;

/**
 * Does something to a file while nobody else who asks here does, on this machine or on another that shares the folder. A lock is
 * a small hidden file beside it, gone afterwards.
 * @throws FileChanged when others would not let go, CancelledError, or the system's error
 */
export async function withFileLock<T>(path: string, cancellation: Cancellation, work: () => Promise<T>): Promise<T> {
  const lock = join(dirname(path), `.${stem(path)}.verrou`);
  const token = `${process.pid}-${machine}-${randomBytes(8).toString('hex')}`;
  for (let tries = 0; !(await take(lock, token)); tries++) {
    throwIfCancelled(cancellation);
    if (tries >= mostTries) throw new FileChanged(path);
    await clearStale(lock);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  try {
    return await work();
  } finally {
    await release(lock, token);
  }
}

/** Once more when the disk refuses: a lock that stays makes others wait. */
async function release(lock: string, token: string): Promise<void> {
  const remove = async (): Promise<void> => {
    if ((await contentOf(lock)) === token) await rm(lock, { force: true });
  };
  try {
    await remove();
  } catch {
    await remove();
  }
}

/**
 * {@link withFileLock} of several files. They are taken in the order of their paths: two who want the same never wait for each other.
 * @throws FileChanged when others would not let go, CancelledError, or the system's error
 */
export async function withFileLocks<T>(
  paths: readonly string[],
  cancellation: Cancellation,
  work: () => Promise<T>,
): Promise<T> {
  const [first, ...rest] = [...new Set(paths)].sort();
  if (first === undefined) return await work();
  return await withFileLock(first, cancellation, () => withFileLocks(rest, cancellation, work));
}

async function take(lock: string, token: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx');
    try {
      await file.writeFile(token, 'utf8');
    } catch (error) {
      await rm(lock, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    // What Windows answers while the lock of another is being removed.
    if (process.platform === 'win32' && systemCode(error) === 'EPERM') return false;
    throw error;
  }
}

/** Takes away a lock that nobody holds any more; one that somebody took meanwhile is put back. */
async function clearStale(lock: string): Promise<void> {
  const age = await ageOf(lock);
  if (age === undefined || age < orphanAfter) return;
  const seen = await contentOf(lock);
  if (age < staleAfter && !isOrphan(seen)) return;
  const aside = `${lock}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(lock, aside);
    if ((await contentOf(aside)) !== seen) await link(aside, lock);
    await rm(aside, { force: true });
  } catch (error) {
    // Somebody else did the same.
    if (systemCode(error) !== 'ENOENT' && systemCode(error) !== 'EEXIST') throw error;
  }
}

/** Whether a lock was taken by a process of this machine that has ended. */
function isOrphan(token: string | undefined): boolean {
  // Its process ended before it could write who it was, which takes no time.
  if (token === '') return true;
  const [, pid, of] = /^(\d{1,10})-([0-9a-f]{8})-/.exec(token ?? '') ?? [];
  return pid !== undefined && of === machine && !nodeFileOperations.isProcessAlive(Number(pid));
}

async function ageOf(path: string): Promise<number | undefined> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return decodeBytes((await readGuarded(path, { mostBytes })).bytes).text;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
