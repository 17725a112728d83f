import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceContent } from '../../core/evidence/evidence-file';
import { temporaryPath } from '../archive/temporary-name';
import { replaceFile } from '../archive/replace-file';
import { sameIdentity, type FileIdentity } from './file-identity';

/** Changes with what facts hold and how they are gathered: facts of another version are gathered anew. */
const storeVersion = 2;
const mostEntries = 50_000;

type Content = Omit<EvidenceContent, 'nameOnDisk'>;

interface Entry {
  readonly identity: FileIdentity;
  readonly content: Content;
}

/** Facts of files by real path, kept between runs so that what has not changed is not read again. */
export class EvidenceStore {
  #entries = new Map<string, Entry>();
  #loaded: Promise<void> | undefined;
  #dirty = false;
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
    this.#dirty = true;
  }

  delete(path: string): void {
    if (this.#entries.delete(path)) this.#dirty = true;
  }

  /** Writes what changed, whole and at once. @throws the system's error */
  save(): Promise<void> {
    this.#saving = this.#saving.then(() => this.#write());
    const done = this.#saving;
    this.#saving = done.catch(() => undefined);
    return done;
  }

  async #read(): Promise<void> {
    if (this.folder === undefined) return;
    let text: string;
    try {
      text = await readFile(this.#file(this.folder), 'utf8');
    } catch (error) {
      // None yet, or unreadable: facts are gathered anew.
      if (error instanceof Error && 'code' in error) return;
      throw error;
    }
    for (const [path, entry] of entriesOf(text)) if (!this.#entries.has(path)) this.#entries.set(path, entry);
  }

  async #write(): Promise<void> {
    if (this.folder === undefined || !this.#dirty) return;
    this.#dirty = false;
    const kept = [...this.#entries].slice(-mostEntries);
    await mkdir(this.folder, { recursive: true });
    const target = this.#file(this.folder);
    const temporary = temporaryPath(target);
    try {
      const handle = await open(temporary, 'wx');
      try {
        await handle.writeFile(JSON.stringify({ version: storeVersion, files: kept }));
      } finally {
        await handle.close();
      }
      await replaceFile(temporary, target, { rename, platform: process.platform });
    } catch (error) {
      this.#dirty = true;
      await rm(temporary, { force: true });
      throw error;
    }
  }

  #file(folder: string): string {
    return join(folder, 'pieces.json');
  }
}

/** Whatever is not as expected is left out: the file is a cache, and may be damaged. */
function entriesOf(text: string): [string, Entry][] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  const { version, files } = (value ?? {}) as { version?: unknown; files?: unknown };
  if (version !== storeVersion || !Array.isArray(files)) return [];
  return (files as unknown[]).filter(isEntry);
}

function isEntry(value: unknown): value is [string, Entry] {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return false;
  const { identity, content } = (value[1] ?? {}) as { identity?: Partial<FileIdentity>; content?: Partial<Content> };
  return (
    typeof identity?.size === 'number' &&
    typeof identity.mtimeMs === 'number' &&
    typeof identity.ino === 'string' &&
    content?.state === 'file' &&
    typeof content.size === 'number' &&
    typeof content.text === 'boolean' &&
    /^[0-9a-f]{64}$/.test(String(content.sha256))
  );
}
