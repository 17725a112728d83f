import { ArchiveError } from './archive-error';
import type { ReadableFile } from './file-operations';

/** Reads `length` bytes from `position`. @throws ArchiveError `truncated` when the file ends before. */
export async function readExactly(file: ReadableFile, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const read = await file.read(filled === 0 ? buffer : buffer.subarray(filled), position + filled);
    if (read === 0) throw new ArchiveError('truncated', 'The archive ends too early');
    filled += read;
  }
  return buffer;
}
