import {
  closeSync,
  fstatSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync,
  type BigIntStats,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { judgeOpened, nodePaths, readingFlags, type GuardWishes, type PathSystem } from '../files/guarded-file';

/** An open file whose content is looked at. Errors are the system's, with its `code`. */
export interface ContentFile {
  status(): Promise<BigIntStats>;
  /** Judges it by its kind and its place (see `files/guarded-file.ts`). @throws UnreadableFile */
  judge(status: BigIntStats, wishes: GuardWishes): Promise<void>;
  /** Up to `buffer.length` bytes from `position`; returns how many, 0 at the end. */
  read(buffer: Uint8Array, position: number): Promise<number>;
  close(): Promise<void>;
}

export type OpenContent = (path: string) => Promise<ContentFile>;

/** For a thread that others wait for. */
export const openBeside: OpenContent = async (path) => {
  const handle = await open(path, readingFlags);
  return {
    status: () => handle.stat({ bigint: true }),
    judge: async (status, wishes) => {
      await judgeOpened({ descriptor: handle.fd, status }, path, wishes, nodePaths);
    },
    read: async (buffer, position) => (await handle.read(buffer, 0, buffer.length, position)).bytesRead,
    close: () => handle.close(),
  };
};

/** For a thread that does nothing else: it waits for the disk itself, which for small files is several times faster. */
export const openHere: OpenContent = (path) => {
  const file = attempt(() => openSync(path, readingFlags));
  return file.then((descriptor) => ({
    status: () => attempt(() => fstatSync(descriptor, { bigint: true })),
    judge: async (status, wishes) => {
      await judgeOpened({ descriptor, status }, path, wishes, pathsHere);
    },
    read: (buffer, position) => attempt(() => readSync(descriptor, buffer, 0, buffer.length, position)),
    close: () =>
      attempt(() => {
        closeSync(descriptor);
      }),
  }));
};

const pathsHere: PathSystem = {
  readLink: (path) => attempt(() => readlinkSync(path)),
  realPath: (path) => attempt(() => realpathSync.native(path)),
  status: (path) => attempt(() => statSync(path, { bigint: true })),
};

/** What a function gives or throws, as a promise. */
function attempt<T>(action: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(action());
  });
}
