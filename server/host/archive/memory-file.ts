import type { ReadableFile } from './file-operations';

/** Bytes in memory, read as a file. */
export function memoryFile(bytes: Uint8Array): ReadableFile {
  return {
    read: (buffer, position) => {
      const part = bytes.subarray(position, position + buffer.length);
      buffer.set(part);
      return Promise.resolve(part.length);
    },
    size: () => Promise.resolve(bytes.length),
  };
}
