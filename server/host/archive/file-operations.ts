/** What the archive code needs to know of a file. */
export interface FileStatus {
  readonly kind: 'file' | 'directory' | 'symbolic-link' | 'other';
  /** Bytes. */
  readonly size: number;
  readonly modifiedNanoseconds: bigint;
  /** Identity of the file behind the name, with its device. */
  readonly inode: bigint;
  readonly device: bigint;
}

/** A file that can be read at any position. */
export interface ReadableFile {
  /** Reads up to `buffer.length` bytes from `position`; returns how many, 0 at the end of the file. */
  read(buffer: Uint8Array, position: number): Promise<number>;
  /** Bytes in the file now. */
  size(): Promise<number>;
}

/** A file that can be written at any position. */
export interface WritableFile {
  /** Writes at `position`; returns how many bytes were taken, which may be fewer. */
  write(bytes: Uint8Array, position: number): Promise<number>;
}

/** An open file. */
export interface OpenFile extends ReadableFile, WritableFile {
  /** Waits until the bytes are on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** An open file that tells what it is: what was opened counts, not what its name leads to. */
export interface SourceFile extends ReadableFile {
  status(): Promise<FileStatus>;
  /** Where the open file is, past all links. @throws UnreadableFile when its name leads to another file by now */
  realPath(): Promise<string>;
  close(): Promise<void>;
}

/** Reading evidence. Errors are the system's, with its `code`. */
export interface SourceFiles {
  /** What the name itself is: a symbolic link is not followed. */
  status(path: string): Promise<FileStatus>;
  /** Opens for reading; refuses a symbolic link where the system can, and never waits for the other end of a pipe. */
  openForReading(path: string): Promise<SourceFile>;
}

/** Everything the archive code asks of the file system, so that tests can make each step fail. */
export interface FileOperations extends SourceFiles {
  /** Creates and opens for reading and writing; fails when the name exists. */
  create(path: string): Promise<OpenFile>;
  /** Puts `from` in the place of `to` in one step. */
  replace(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Names in a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Asks that a rename inside the folder be on the disk. Systems that cannot do so do nothing. */
  syncFolder(folder: string): Promise<void>;
  /** Whether a process of this machine runs. */
  isProcessAlive(pid: number): boolean;
}
