import { randomBytes } from 'node:crypto';
import { link, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { nodeFileOperations } from '../archive/node-file-operations';
import { systemCode } from '../archive/system-error';
import { machine, stem, temporaryPath } from '../archive/temporary-name';
import { decodeBytes } from './decode-bytes';
import { readGuarded } from './guarded-file';
import { FileChanged } from './file-changed';

/** Between two tries, in milliseconds. */
const pause = 20;
/** So many tries, then somebody else is at it for good. */
const mostTries = 500;
/**
 * A lock that was not touched for so long by the clock, which may jump, and for {@link LockPace.watch} by our own time, is
 * of a process that ended in the middle: who works under one touches it all the time.
 */
const staleAfter = 30_000;
/** The same where the process is of this machine and is seen to have ended; not sooner, for another container may have our name. */
const orphanAfter = 2_000;

/** Times that tests make shorter, in milliseconds. */
export interface LockPace {
  /** Whoever works under a lock touches it so often. */
  readonly beat: number;
  /** Who waits has seen it untouched for so long before it is thought to be stale. */
  readonly watch: number;
}

const usualPace: LockPace = { beat: 1_000, watch: 3_000 };

/** A lock holds a few characters. */
const mostBytes = 1024;

/**
 * Does something to a file while nobody else who asks here does, on this machine or on another that shares the folder. A lock is
 * a small hidden file beside it, gone afterwards.
 * @throws FileChanged when others would not let go, CancelledError, or the system's error
 */
export async function withFileLock<T>(
  path: string,
  cancellation: Cancellation,
  work: () => Promise<T>,
  pace: LockPace = usualPace,
): Promise<T> {
  const lock = lockPath(path);
  const token = `${process.pid}-${machine}-${randomBytes(8).toString('hex')}`;
  let seen: SeenLock | undefined;
  for (let tries = 0; !(await take(lock, token)); tries++) {
    throwIfCancelled(cancellation);
    if (tries >= mostTries) throw new FileChanged(path);
    seen = await lookAt(lock, seen);
    if (seen && isStale(seen, pace)) await clear(lock, seen);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const beat = setInterval(() => void touch(lock), pace.beat);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await release(lock, token);
  }
}

/**
 * Takes away locks that processes of this machine left when they were killed, for a run that finds nothing to write and asks
 * for no lock itself.
 * @param paths of the files that they are of
 */
export async function sweepLocks(paths: readonly string[]): Promise<void> {
  for (const lock of new Set(paths.map(lockPath))) {
    const seen = await lookAt(lock, undefined);
    if (seen && isOrphan(seen.token) && Date.now() - seen.touched >= orphanAfter) await clear(lock, seen);
  }
}

function lockPath(path: string): string {
  return join(dirname(path), `.${stem(path)}.verrou`);
}

/** The time of the file is what others see change; the one of the disk and ours need not agree. */
async function touch(lock: string): Promise<void> {
  const now = new Date();
  try {
    await utimes(lock, now, now);
  } catch (error) {
    // Gone, or a disk that refuses: the lock is then as one that is not touched, and the work goes on.
    if (systemCode(error) === undefined) throw error;
  }
}

/** Once more when the disk refuses: a lock that stays makes others wait. */
async function release(lock: string, token: string): Promise<void> {
  const remove = async (): Promise<void> => {
    // Not there: looked at once more, for a shared folder may be late to tell.
    if (((await contentOf(lock)) ?? (await contentOf(lock))) === token) await rm(lock, { force: true });
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

/** A lock of somebody, as it was seen. */
interface SeenLock {
  readonly token: string | undefined;
  /** When it was touched, by the clock of the disk. */
  readonly touched: number;
  /** Since when it has been seen so, by a clock that never jumps. */
  readonly since: number;
}

/** @returns undefined when there is none */
async function lookAt(lock: string, former: SeenLock | undefined): Promise<SeenLock | undefined> {
  const touched = await touchedAt(lock);
  if (touched === undefined) return undefined;
  const token = await contentOf(lock);
  const isSame = former?.token === token && former?.touched === touched;
  return isSame ? former : { token, touched, since: performance.now() };
}

/** Whether nobody holds it any more. */
function isStale({ token, touched, since }: SeenLock, pace: LockPace): boolean {
  const watched = performance.now() - since;
  const age = Date.now() - touched;
  if (isOrphan(token)) return Math.max(age, watched) >= orphanAfter;
  return watched >= pace.watch && Math.abs(age) >= staleAfter;
}

/** Takes it away; one that somebody took meanwhile is put back. */
async function clear(lock: string, { token }: SeenLock): Promise<void> {
  const aside = temporaryPath(lock);
  try {
    await rename(lock, aside);
    if ((await contentOf(aside)) !== token) await link(aside, lock);
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

async function touchedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
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
