import { closeSync, constants, fstatSync, openSync, readSync, type BigIntStats } from 'node:fs';
import { open } from 'node:fs/promises';

/** An open file whose content is looked at. Errors are the system's, with its `code`. */
export interface ContentFile {
  status(): Promise<BigIntStats>;
  /** Up to `buffer.length` bytes from `position`; returns how many, 0 at the end. */
  read(buffer: Uint8Array, position: number): Promise<number>;
  close(): Promise<void>;
}

export type OpenContent = (path: string) => Promise<ContentFile>;

/** Windows has no such flag. A pipe opened by mistake must not hang the server. */
const { O_NONBLOCK } = constants as { readonly O_NONBLOCK?: number };
const flags = constants.O_RDONLY | (O_NONBLOCK ?? 0);

/** For a thread that others wait for. */
export const openBeside: OpenContent = async (path) => {
  const handle = await open(path, flags);
  return {
    status: () => handle.stat({ bigint: true }),
    read: async (buffer, position) => (await handle.read(buffer, 0, buffer.length, position)).bytesRead,
    close: () => handle.close(),
  };
};

/** For a thread that does nothing else: it waits for the disk itself, which for small files is several times faster. */
export const openHere: OpenContent = (path) => {
  const file = attempt(() => openSync(path, flags));
  return file.then((descriptor) => ({
    status: () => attempt(() => fstatSync(descriptor, { bigint: true })),
    read: (buffer, position) => attempt(() => readSync(descriptor, buffer, 0, buffer.length, position)),
    close: () =>
      attempt(() => {
        closeSync(descriptor);
      }),
  }));
};

/** What a function gives or throws, as a promise. */
function attempt<T>(action: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(action());
  });
}
