import { constants, type BigIntStats } from 'node:fs';
import { lstat, open, readlink, realpath, stat, type FileHandle } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { UnreadableFile, type FileFault } from '../../core/ports/file-fault';

/*
 * The one guard before every file that is read or packaged. What counts is the file that was opened, not what its name leads
 * to a moment before or after: kind, size and place are asked of the open file.
 */

/** Flags that Windows does not have. A pipe opened by mistake must not make anybody wait; a terminal must not become ours. */
const { O_NONBLOCK, O_NOCTTY } = constants as { readonly O_NONBLOCK?: number; readonly O_NOCTTY?: number };
export const readingFlags = constants.O_RDONLY | (O_NONBLOCK ?? 0) | (O_NOCTTY ?? 0);

/** What the guard asks of the system beside the open file itself. Errors are the system's, with its `code`. */
export interface PathSystem {
  readonly readLink: (path: string) => Promise<string>;
  readonly realPath: (path: string) => Promise<string>;
  readonly status: (path: string) => Promise<BigIntStats>;
}

export const nodePaths: PathSystem = {
  readLink: (path) => readlink(path),
  realPath: (path) => realpath(path),
  status: (path) => stat(path, { bigint: true }),
};

/** An open file, as the guard judges it. */
export interface OpenedFile {
  readonly descriptor: number;
  readonly status: BigIntStats;
}

/** What a file has to be. */
export interface GuardWishes {
  /** Folder, past all links, that the file has to be in. */
  readonly within?: string;
  /** The most bytes that it may have. */
  readonly mostBytes?: number;
}

/** Whether a path is under a folder; both past all links. */
export function isInside(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

/** The system's code of an error, or undefined when it is none of the system's. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** How Linux ends the name of a file that has none any more. */
const deleted = ' (deleted)';

/**
 * Where an open file is, past all links. Linux tells it of the file itself; elsewhere its name is followed again and what is
 * found has to be the same file.
 * @param path as it was opened
 * @throws UnreadableFile (`ESTALE`) when the name leads to another file by now
 */
export async function realPathOf(
  { descriptor, status }: OpenedFile,
  path: string,
  system: PathSystem = nodePaths,
): Promise<string> {
  if (process.platform === 'linux') {
    try {
      const real = await system.readLink(`/proc/self/fd/${descriptor}`);
      if (isAbsolute(real))
        return status.nlink === 0n && real.endsWith(deleted) ? real.slice(0, -deleted.length) : real;
    } catch (error) {
      // No /proc here.
      if (codeOf(error) === undefined) throw error;
    }
  }
  const real = await system.realPath(path);
  const there = await system.status(real);
  if (there.dev !== status.dev || there.ino !== status.ino)
    throw new UnreadableFile(path, { kind: 'unreadable', reason: 'ESTALE' });
  return real;
}

/** What is wrong with the kind of something that is no regular file. */
function kindFault(status: Pick<BigIntStats, 'isFile' | 'isDirectory'>): FileFault | undefined {
  if (status.isFile()) return undefined;
  return { kind: status.isDirectory() ? 'directory' : 'special' };
}

const mebibyte = 1024 * 1024;

/** The fault of a file with too many bytes. */
function tooLarge(mostBytes: number): FileFault {
  return { kind: 'tooLarge', mebibytes: Math.floor(mostBytes / mebibyte) };
}

/**
 * Judges a file that was opened by its kind, its size and its place.
 * @returns its real path
 * @throws UnreadableFile
 */
export async function judgeOpened(
  opened: OpenedFile,
  path: string,
  { within, mostBytes }: GuardWishes,
  system: PathSystem = nodePaths,
): Promise<string> {
  const fault = kindFault(opened.status);
  if (fault) throw new UnreadableFile(path, fault);
  const real = await realPathOf(opened, path, system);
  if (within !== undefined && !isInside(within, real)) throw new UnreadableFile(path, { kind: 'outside' });
  if (mostBytes !== undefined && opened.status.size > mostBytes) throw new UnreadableFile(path, tooLarge(mostBytes));
  return real;
}

/** A file that passed the guard. Whoever has it closes it. */
export interface GuardedFile {
  readonly handle: FileHandle;
  readonly status: BigIntStats;
  readonly realPath: string;
}

/**
 * Opens a file for reading.
 * @throws UnreadableFile when it is there and is not to be read; the system's error (`ENOENT`, `ENOTDIR`) when it is not
 */
export async function openGuarded(path: string, wishes: GuardWishes = {}): Promise<GuardedFile> {
  return await asFault(path, async () => {
    // A device may do something when it is opened.
    const fault = kindFault(await stat(path));
    if (fault) throw new UnreadableFile(path, fault);
    const handle = await open(path, readingFlags);
    try {
      const status = await handle.stat({ bigint: true });
      const realPath = await judgeOpened({ descriptor: handle.fd, status }, path, wishes);
      return { handle, status, realPath };
    } catch (error) {
      await handle.close();
      throw error;
    }
  });
}

/**
 * Reads a whole file.
 * @throws UnreadableFile when it is there and is not to be read; the system's error (`ENOENT`, `ENOTDIR`) when it is not
 */
export async function readGuarded(
  path: string,
  wishes: GuardWishes & { readonly mostBytes: number },
): Promise<{ readonly bytes: Buffer; readonly realPath: string }> {
  const { handle, status, realPath } = await openGuarded(path, wishes);
  try {
    return { bytes: await asFault(path, () => readAll(handle, path, Number(status.size), wishes.mostBytes)), realPath };
  } finally {
    await handle.close();
  }
}

/** To the end, wherever it is by now: a file may grow while it is read. */
async function readAll(handle: FileHandle, path: string, size: number, mostBytes: number): Promise<Buffer> {
  // One byte more, to see that nothing follows.
  let buffer = Buffer.allocUnsafe(size + 1);
  let filled = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, filled);
    if (bytesRead === 0) return buffer.subarray(0, filled);
    filled += bytesRead;
    if (filled > mostBytes) throw new UnreadableFile(path, tooLarge(mostBytes));
    if (filled < buffer.length) continue;
    const larger = Buffer.allocUnsafe(Math.min(2 * buffer.length, mostBytes + 1));
    buffer.copy(larger);
    buffer = larger;
  }
}

/** Turns the system's refusals into faults. That there is no such file is no fault, unless a link promises one. */
async function asFault<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      if (await isLink(path)) throw new UnreadableFile(path, { kind: 'brokenLink' }, { cause: error });
      throw error;
    }
    if (code === 'ELOOP') throw new UnreadableFile(path, { kind: 'brokenLink' }, { cause: error });
    if (code === 'EISDIR') throw new UnreadableFile(path, { kind: 'directory' }, { cause: error });
    // What a socket answers, and a device without a driver.
    if (code === 'ENXIO' || code === 'ENODEV') throw new UnreadableFile(path, { kind: 'special' }, { cause: error });
    throw new UnreadableFile(path, { kind: 'unreadable', reason: code }, { cause: error });
  }
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return false;
  }
}
