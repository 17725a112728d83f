import type { ReadableFile } from './file-operations';

const windowBytes = 1 << 18;
/** Longer reads gain nothing from a window. */
const shortRead = 1 << 16;

/**
 * The same file with short reads served from a window on it, so that going through thousands of small entries asks the
 * system seldom. For a file that nobody writes meanwhile.
 */
export function windowed(file: ReadableFile): ReadableFile {
  let window = { start: 0, bytes: Buffer.alloc(0) };
  return {
    size: () => file.size(),
    read: async (buffer, position) => {
      if (buffer.length > shortRead) return await file.read(buffer, position);
      let { start, bytes } = window;
      if (position < start || position + buffer.length > start + bytes.length) {
        // A new one each time: another read may be using the old one.
        const fresh = Buffer.allocUnsafe(windowBytes);
        start = position;
        bytes = fresh.subarray(0, await file.read(fresh, position));
        window = { start, bytes };
      }
      return bytes.copy(buffer, 0, position - start);
    },
  };
}
