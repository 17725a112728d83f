import { constants } from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceContent } from '../../core/evidence/evidence-file';
import { temporaryPath } from '../archive/temporary-name';
import { replaceFile } from '../archive/replace-file';
import { sameIdentity, type FileIdentity } from './file-identity';
import { readLines } from './read-lines';

/** Changes with what facts hold and how they are gathered: facts of another version are gathered anew. */
const header = JSON.stringify({ pieces: 16 });
const mostEntries = 50_000;
/** Lines that say nothing any more, beyond which the file is written anew rather than continued. */
const mostDeadLines = 10_000;
/** Characters written at once: facts of ten thousand files must not hold up the editor. */
const pieceLength = 256 * 1024;

type Content = Omit<EvidenceContent, 'nameOnDisk' | 'tracked'>;

interface Entry {
  readonly identity: FileIdentity;
  readonly content: Content;
}

/**
 * Facts of files by real path, kept between runs so that what has not changed is not read again. One line for each file;
 * what is learnt is added at the end, so that a scan of one file writes one line.
 */
export class EvidenceStore {
  #entries = new Map<string, Entry>();
  #loaded: Promise<void> | undefined;
  /** Paths whose last line is not what is known now. */
  readonly #dirty = new Set<string>();
  /** Lines in the file; undefined where there is none that can be continued. */
  #lines: number | undefined;
  #saving: Promise<void> = Promise.resolve();

  /** @param folder where to keep facts; undefined keeps them for this run only */
  constructor(readonly folder: string | undefined) {}

  load(): Promise<void> {
    this.#loaded ??= this.#read();
    return this.#loaded;
  }

  get(path: string, identity: FileIdentity): Content | undefined {
    const entry = this.#entries.get(path);
    return entry && sameIdentity(entry.identity, identity) ? entry.content : undefined;
  }

  set(path: string, identity: FileIdentity, content: Content): void {
    // Last in the map is last used: the oldest go first.
    this.#entries.delete(path);
    this.#entries.set(path, { identity, content });
    this.#dirty.add(path);
  }

  delete(path: string): void {
    if (this.#entries.delete(path)) this.#dirty.add(path);
  }

  /** Writes what changed. @throws the system's error */
  save(): Promise<void> {
    this.#saving = this.#saving.then(() => this.#write());
    const done = this.#saving;
    this.#saving = done.catch(() => undefined);
    return done;
  }

  async #read(): Promise<void> {
    if (this.folder === undefined) return;
    try {
      for await (const lines of readLines(join(this.folder, fileName))) {
        for (const line of lines) this.#takeLine(line);
        if (this.#lines === undefined) return;
      }
    } catch (error) {
      // None yet, or unreadable: facts are gathered anew.
      if (!(error instanceof Error && 'code' in error)) throw error;
      this.#lines = undefined;
    }
  }

  #takeLine(line: string): void {
    if (this.#lines === undefined) {
      if (line === header) this.#lines = 0;
      return;
    }
    this.#lines++;
    const entry = parsedLine(line);
    if (!entry) return;
    const [path, known] = entry;
    // What this run found out meanwhile is newer.
    if (this.#dirty.has(path)) return;
    this.#entries.delete(path);
    if (known) this.#entries.set(path, known);
  }

  async #write(): Promise<void> {
    if (this.folder === undefined || this.#dirty.size === 0) return;
    const paths = [...this.#dirty];
    this.#dirty.clear();
    try {
      await mkdir(this.folder, { recursive: true });
      if (!(await this.#append(join(this.folder, fileName), paths))) await this.#rewrite(join(this.folder, fileName));
    } catch (error) {
      for (const path of paths) this.#dirty.add(path);
      this.#lines = undefined;
      throw error;
    }
  }

  /** False when there is no file to continue, or too little of it is true by now. */
  async #append(file: string, paths: readonly string[]): Promise<boolean> {
    if (this.#lines === undefined) return false;
    const lines = this.#lines + paths.length;
    if (lines - this.#entries.size > mostDeadLines || lines > mostEntries + mostDeadLines) return false;
    let handle: FileHandle;
    try {
      handle = await open(file, constants.O_WRONLY | constants.O_APPEND);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    }
    try {
      // A line that an interrupted run left half written ends here.
      await writeLines(handle, ['', ...paths].values(), (path) =>
        path === '' ? '' : JSON.stringify([path, this.#entries.get(path) ?? null]),
      );
    } finally {
      await handle.close();
    }
    this.#lines = lines;
    return true;
  }

  async #rewrite(file: string): Promise<void> {
    const kept = [...this.#entries].slice(-mostEntries);
    const temporary = temporaryPath(file);
    try {
      const handle = await open(temporary, 'wx');
      try {
        await handle.writeFile(`${header}\n`);
        await writeLines(handle, kept.values(), (entry) => JSON.stringify(entry));
      } finally {
        await handle.close();
      }
      await replaceFile(temporary, file, { rename, platform: process.platform });
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    this.#lines = kept.length;
  }
}

const fileName = 'pieces.jsonl';

async function writeLines<T>(handle: FileHandle, items: Iterable<T>, lineOf: (item: T) => string): Promise<void> {
  let piece = '';
  for (const item of items) {
    piece += `${lineOf(item)}\n`;
    if (piece.length < pieceLength) continue;
    await handle.appendFile(piece);
    piece = '';
  }
  await handle.appendFile(piece);
}

/** Whatever is not as expected is left out: the file is a cache, and may be damaged. `null`: nothing is known any more. */
function parsedLine(line: string): [string, Entry | null] | undefined {
  if (line === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!Array.isArray(value) || typeof value[0] !== 'string') return undefined;
  if (value[1] === null) return [value[0], null];
  return isEntry(value[1]) ? [value[0], value[1]] : undefined;
}

function isEntry(value: unknown): value is Entry {
  const { identity, content } = (value ?? {}) as { identity?: Partial<FileIdentity>; content?: Partial<Content> };
  return (
    typeof identity?.size === 'number' &&
    typeof identity.mtimeMs === 'number' &&
    typeof identity.ino === 'string' &&
    content?.state === 'file' &&
    typeof content.size === 'number' &&
    typeof content.text === 'boolean' &&
    /^[0-9a-f]{64}$/.test(String(content.sha256)) &&
    (content.md5 === undefined || /^[0-9a-f]{32}$/.test(content.md5))
  );
}
