import { posix } from 'node:path';

import type { FileOperations, FileStatus, OpenFile, SourceFile } from '../file-operations';

/** An error as the system gives it. */
export function systemFailure(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code });
}

/** The content of a file in memory; grows as it is written. */
export class MemoryFile implements OpenFile {
  #bytes: Buffer;
  #length: number;
  readonly inode: bigint;
  modified = 0n;
  /** Handles not yet closed. */
  open = 0;

  constructor(bytes: Uint8Array = new Uint8Array(), inode = 0n) {
    this.#bytes = Buffer.from(bytes);
    this.#length = bytes.length;
    this.inode = inode;
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  read(buffer: Uint8Array, position: number): Promise<number> {
    return Promise.resolve(this.bytes.copy(buffer, 0, Math.min(position, this.#length)));
  }

  write(bytes: Uint8Array, position: number): Promise<number> {
    const end = position + bytes.length;
    if (end > this.#bytes.length) {
      const larger = Buffer.alloc(2 * end);
      this.bytes.copy(larger);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, position);
    this.#length = Math.max(this.#length, end);
    this.modified++;
    return Promise.resolve(bytes.length);
  }

  size(): Promise<number> {
    return Promise.resolve(this.#length);
  }

  sync(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.open--;
    return Promise.resolve();
  }
}

/** Paths are written with `/` in tests; the code under test joins them as its system does. */
const key = (path: string): string => path.replaceAll('\\', '/');

/** A file system in memory, every step of which a test may replace. Folders exist when they hold a file or are given. */
export class MemoryFileOperations implements FileOperations {
  readonly files = new Map<string, MemoryFile>();
  readonly links = new Set<string>();
  /** Where folders that are links lead. */
  readonly folderLinks = new Map<string, string>();
  readonly folders: Set<string>;
  #inode = 1n;

  constructor(folders: readonly string[] = []) {
    this.folders = new Set(folders);
  }

  /** Puts a file in place, as another program would: in a new inode. */
  put(path: string, content: Uint8Array | string): MemoryFile {
    const file = new MemoryFile(Buffer.from(content), this.#inode++);
    this.files.set(key(path), file);
    this.folders.add(posix.dirname(key(path)));
    return file;
  }

  /** All paths, sorted. */
  paths(): string[] {
    return [...this.files.keys()].sort();
  }

  async status(path: string): Promise<FileStatus> {
    const real = this.#real(path);
    const file = this.files.get(real);
    if (file !== undefined) return await statusOf(file, this.links.has(real) ? 'symbolic-link' : 'file');
    if (!this.folders.has(real)) throw systemFailure('ENOENT');
    return { kind: 'directory', size: 0, modifiedNanoseconds: 0n, inode: 0n, device: 0n };
  }

  openForReading(path: string): Promise<SourceFile> {
    const real = this.#real(path);
    const file = this.files.get(real);
    if (file === undefined) return Promise.reject(systemFailure('ENOENT'));
    file.open++;
    return Promise.resolve({
      read: (buffer, position) => file.read(buffer, position),
      size: () => file.size(),
      status: () => statusOf(file, 'file'),
      // As long as it is open it stays the file that it was.
      realPath: () => Promise.resolve(real),
      close: () => file.close(),
    });
  }

  create(path: string): Promise<OpenFile> {
    if (!this.folders.has(posix.dirname(key(path)))) return Promise.reject(systemFailure('ENOENT'));
    if (this.files.has(key(path))) return Promise.reject(systemFailure('EEXIST'));
    const file = this.put(path, '');
    file.open++;
    return Promise.resolve(file);
  }

  replace(from: string, to: string): Promise<void> {
    const file = this.files.get(key(from));
    if (file === undefined) return Promise.reject(systemFailure('ENOENT'));
    this.files.delete(key(from));
    this.files.set(key(to), file);
    return Promise.resolve();
  }

  remove(path: string): Promise<void> {
    return this.files.delete(key(path)) ? Promise.resolve() : Promise.reject(systemFailure('ENOENT'));
  }

  list(folder: string): Promise<readonly string[]> {
    if (!this.folders.has(key(folder))) return Promise.reject(systemFailure('ENOENT'));
    return Promise.resolve(
      this.paths()
        .filter((path) => posix.dirname(path) === key(folder))
        .map((path) => posix.basename(path)),
    );
  }

  syncFolder(): Promise<void> {
    return Promise.resolve();
  }

  isProcessAlive(pid: number): boolean {
    return pid === process.pid;
  }

  #real(path: string): string {
    const plain = key(path);
    for (const [folder, target] of this.folderLinks) {
      if (plain.startsWith(`${folder}/`)) return `${target}${plain.slice(folder.length)}`;
    }
    return plain;
  }
}

async function statusOf(file: MemoryFile, kind: FileStatus['kind']): Promise<FileStatus> {
  return { kind, size: await file.size(), modifiedNanoseconds: file.modified, inode: file.inode, device: 0n };
}
