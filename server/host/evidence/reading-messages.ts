import type { FileFault } from '../../core/ports/file-fault';
import type { ContentReading, ReadingWishes } from './content-reading';

/** What a reading thread is started with. */
export interface ReadingThreadData {
  readonly role: 'evidence';
  /** What both sides know of each file in hand: see {@link flagOf}. */
  readonly flags: SharedArrayBuffer;
  /** Folder of the running bundles, where the code of the PDF thread is. */
  readonly bundleFolder: string;
}

/** A file to read. `slot` names it until it is answered. */
export interface ReadingOrder {
  readonly slot: number;
  readonly path: string;
  readonly wishes: ReadingWishes;
}

export type ReadingAnswer =
  | { readonly kind: 'read'; readonly slot: number; readonly reading: ContentReading }
  | { readonly kind: 'given-up'; readonly slot: number }
  /** The file was not to be read. */
  | { readonly kind: 'refused'; readonly slot: number; readonly file: string; readonly fault: FileFault }
  /** `code` is the system's, if it is the system's error. */
  | { readonly kind: 'failed'; readonly slot: number; readonly message: string; readonly code?: string }
  | { readonly kind: 'inspector-failed'; readonly message: string; readonly stack?: string };

const flagsPerFile = 2;

/**
 * Where a 32-bit flag is: `given-up` is not zero once nobody wants the answer, `inspecting` while the thread looks inside
 * the file. In shared memory, so that they are seen while either thread computes.
 */
export function flagOf(slot: number, flag: 'given-up' | 'inspecting'): number {
  return slot * flagsPerFile + (flag === 'given-up' ? 0 : 1);
}

export function newFlags(files: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (flagsPerFile * files + 1)));
}

/** Where the flag is that is not zero once the thread takes orders: its code was there, and could be started. */
export function beganFlagOf(flags: Int32Array): number {
  return flags.length - 1;
}

/** Whether this thread was started to read evidence. */
export function isReadingThreadData(data: unknown): data is ReadingThreadData {
  return typeof data === 'object' && data !== null && 'role' in data && data.role === 'evidence';
}
