import { extensionOf } from '../../core/evidence/file-extension';
import type { DetectedType } from '../../core/evidence/evidence-file';

/** The bytes of one piece of evidence, read by pieces: a video is never held in memory. */
export interface EvidenceSource {
  /** Bytes. */
  readonly size: number;
  /** Of the name, lower case, without dot; empty when the name has none. A hint: the content may be something else. */
  readonly extension: string;
  /** What the content's signature says it is; absent when the signature says nothing. */
  readonly detected?: DetectedType;
  /**
   * Bytes from `offset`, fewer than `length` (possibly none) only at the end of the content.
   * @throws the system's error when the file cannot be read
   */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** The whole content, or undefined when it is larger than `maxBytes` (nothing is read then). */
  readAll(maxBytes: number): Promise<Uint8Array | undefined>;
}

/** What is known of the content before it is inspected. */
export interface SourceDescription {
  /** Name or path: only its extension is used. */
  readonly name: string;
  readonly detected?: DetectedType;
}

/** An open file. */
export interface ReadableContent {
  /** Up to `buffer.length` bytes from `position`; returns how many, 0 at the end. */
  read(buffer: Uint8Array, position: number): Promise<number>;
}

/** Reads through an open file, which stays the caller's to close. @param size bytes, as `stat` gave it */
export function fileSource(file: ReadableContent, size: number, description: SourceDescription): EvidenceSource {
  return source(size, description, async (offset, length) => {
    const buffer = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const bytes = await file.read(buffer.subarray(filled), offset + filled);
      if (bytes === 0) break;
      filled += bytes;
    }
    return buffer.subarray(0, filled);
  });
}

/** Content already in memory: an attachment, an archive's entry, a test. */
export function memorySource(content: Uint8Array, description: SourceDescription): EvidenceSource {
  return source(content.length, description, (offset, length) =>
    Promise.resolve(content.subarray(offset, offset + length)),
  );
}

function source(
  size: number,
  description: SourceDescription,
  read: (offset: number, length: number) => Promise<Uint8Array>,
): EvidenceSource {
  /** Formats give offsets and lengths that may be anything: only what exists is asked for. */
  const readWithin = (offset: number, length: number): Promise<Uint8Array> => {
    if (!(offset >= 0) || !(length > 0) || offset >= size) return Promise.resolve(new Uint8Array());
    return read(Math.trunc(offset), Math.trunc(Math.min(length, size - offset)));
  };
  return {
    size,
    extension: extensionOf(description.name),
    ...(description.detected && { detected: description.detected }),
    read: readWithin,
    readAll: async (maxBytes) => (size > maxBytes ? undefined : readWithin(0, size)),
  };
}
