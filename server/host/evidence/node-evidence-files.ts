import { fileURLToPath } from 'node:url';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import { CancelledError, throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import type { EvidenceFiles } from '../../core/ports/evidence-files';
import { EvidenceStore } from './evidence-store';
import { HashPool } from './hash-pool';
import { Locator, type Location } from './locate';
import { contentInspector, type ContentInspector } from './content-inspector';
import { dvcPointer } from './pointer-files';
import { readContent } from './read-content';

/** Files looked at at the same time: enough to keep a disk busy, few enough to leave the editor its share. */
const concurrency = 4;

export interface NodeEvidenceOptions {
  /** Folder for what is known between runs; undefined keeps nothing. */
  readonly storagePath?: string;
  /** False where the user does not trust the folder: files are found, never opened, and nothing is kept. Default: true. */
  readonly mayOpen?: boolean;
  /** Folder of the running bundle, where the code of the digest threads is. */
  readonly bundleFolder?: string;
  /** Told of an inspector that failed: what it would have found is missing, nothing else. */
  readonly onInspectorFailure?: (error: unknown) => void;
  /** Told of a failure to keep facts between runs; nothing else is lost by it. */
  readonly onStoreError?: (error: unknown) => void;
}

/** Facts about evidence on the machine's file system. */
export class NodeEvidenceFiles implements EvidenceFiles {
  readonly #store: EvidenceStore;
  readonly #known = new Map<string, EvidenceFile>();
  readonly #listeners: (() => void)[] = [];
  readonly #doubted = new Set<string>();
  readonly #pool: HashPool | undefined;
  #mayOpen: boolean;

  constructor(readonly options: NodeEvidenceOptions = {}) {
    this.#store = new EvidenceStore(options.storagePath);
    this.#pool = HashPool.beside(options.bundleFolder);
    this.#mayOpen = options.mayOpen !== false;
  }

  /** The user granted or withdrew trust; takes effect at the next scan. */
  setMayOpen(mayOpen: boolean): void {
    this.#mayOpen = mayOpen;
  }

  lookup(rootUri: string, path: string): EvidenceFile | undefined {
    return this.#known.get(keyOf(rootUri, path));
  }

  onDidChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  invalidate(rootUri: string, path: string): void {
    this.#doubted.add(keyOf(rootUri, path));
  }

  /**
   * Looks at these files. What has the same size, time and inode as before is not read.
   * @throws CancelledError; facts gathered until then stay
   */
  async scan(rootUri: string, paths: readonly string[], token: Cancellation): Promise<void> {
    if (paths.length === 0) return;
    const waiting = [...new Set(paths)];
    if (!rootUri.startsWith('file:')) return;
    const root = fileURLToPath(rootUri);
    const locator = new Locator(root);
    await this.#store.load();
    const inspector = contentInspector(this.options);
    const work = async (): Promise<void> => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        throwIfCancelled(token);
        await this.#look(rootUri, path, locator, inspector, token);
      }
    };
    try {
      await Promise.all(Array.from({ length: concurrency }, work));
    } finally {
      // The other workers stop at their next file.
      waiting.length = 0;
      await this.#pool?.rest();
      await inspector.end();
      await this.#save();
    }
  }

  async #look(
    rootUri: string,
    path: string,
    locator: Locator,
    inspector: ContentInspector,
    token: Cancellation,
  ): Promise<void> {
    const key = keyOf(rootUri, path);
    const location = await locator.locate(path);
    if (location.kind === 'not') {
      const absent = location.fact.state === 'absent' && this.#mayOpen;
      const pointer = absent ? await dvcPointer(locator.root, path) : undefined;
      this.#learn(key, pointer ? { state: 'absent', pointer } : location.fact);
    } else {
      const fact = await this.#contentOf(key, location, inspector, token);
      if (fact) this.#learn(key, fact);
      else this.#forget(key);
    }
  }

  async #contentOf(
    key: string,
    location: Extract<Location, { kind: 'file' }>,
    inspector: ContentInspector,
    token: Cancellation,
  ): Promise<EvidenceFile | undefined> {
    const { realPath, identity, nameOnDisk } = location;
    const named = nameOnDisk === undefined ? {} : { nameOnDisk };
    const kept = this.#doubted.has(key) ? undefined : this.#store.get(realPath, identity);
    if (kept) return { ...kept, ...named };
    if (!this.#mayOpen) return undefined;
    try {
      const reading = await readContent(realPath, this.#pool, inspector.inspect, token);
      if (reading.stable) this.#store.set(realPath, reading.identity, reading.content);
      else this.#store.delete(realPath);
      this.#doubted.delete(key);
      return { ...reading.content, ...named };
    } catch (error) {
      if (error instanceof CancelledError || !(error instanceof Error && 'code' in error)) throw error;
      if (error.code === 'ENOENT') return { state: 'absent' };
      return { state: 'unreadable', reason: String(error.code) };
    }
  }

  /** The same object stays while it says the same: rules tell by identity what to look at again. */
  #learn(key: string, fact: EvidenceFile): void {
    const before = this.#known.get(key);
    if (before && JSON.stringify(before) === JSON.stringify(fact)) return;
    this.#known.set(key, fact);
    this.#tell();
  }

  #forget(key: string): void {
    if (this.#known.delete(key)) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  async #save(): Promise<void> {
    if (!this.#mayOpen) return;
    try {
      await this.#store.save();
    } catch (error) {
      this.options.onStoreError?.(error);
    }
  }
}

function keyOf(rootUri: string, path: string): string {
  return `${rootUri}\n${path}`;
}
