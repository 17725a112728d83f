import { constants, type BigIntStats } from 'node:fs';
import { lstat, open, readdir, rename, unlink, type FileHandle } from 'node:fs/promises';

import { readingFlags, realPathOf } from '../files/guarded-file';
import type { FileOperations, FileStatus, OpenFile, SourceFile } from './file-operations';
import { replaceFile } from './replace-file';
import { systemCode } from './system-error';

/** Windows does not have this flag. There, {@link FileOperations.status} is what refuses links. */
const { O_NOFOLLOW } = constants as { readonly O_NOFOLLOW?: number };
const sourceFlags = readingFlags | (O_NOFOLLOW ?? 0);

/** An open Node file handle, as the archive code wants it. */
export function openFileOf(handle: FileHandle): OpenFile {
  return {
    read: async (buffer, position) => (await handle.read(buffer, 0, buffer.length, position)).bytesRead,
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    size: async () => (await handle.stat()).size,
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

function statusOf(stats: BigIntStats): FileStatus {
  return {
    kind: stats.isFile()
      ? 'file'
      : stats.isDirectory()
        ? 'directory'
        : stats.isSymbolicLink()
          ? 'symbolic-link'
          : 'other',
    size: Number(stats.size),
    modifiedNanoseconds: stats.mtimeNs,
    inode: stats.ino,
    device: stats.dev,
  };
}

function sourceFileOf(handle: FileHandle, path: string): SourceFile {
  const file = openFileOf(handle);
  const stats = () => handle.stat({ bigint: true });
  return {
    read: (buffer, position) => file.read(buffer, position),
    size: () => file.size(),
    close: () => file.close(),
    status: async () => statusOf(await stats()),
    realPath: async () => realPathOf({ descriptor: handle.fd, status: await stats() }, path),
  };
}

function isProcessAlive(pid: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return systemCode(error) !== 'ESRCH';
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder as a file, and its file systems log renames.
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The machine's own file system. */
export const nodeFileOperations: FileOperations = {
  status: async (path) => statusOf(await lstat(path, { bigint: true })),
  openForReading: async (path) => sourceFileOf(await open(path, sourceFlags), path),
  create: async (path) => openFileOf(await open(path, 'wx+')),
  replace: (from, to) => replaceFile(from, to, { rename, platform: process.platform }),
  remove: unlink,
  list: (folder) => readdir(folder),
  syncFolder,
  isProcessAlive,
};
