import type { EvidenceFile } from '../../core/evidence/evidence-file';
import type { EvidenceFolder } from '../../core/evidence/evidence-folders';
import { commonPath } from '../../core/evidence/evidence-path';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import type { CommonFolder } from '../../core/ports/evidence-files';
import type { KeptListings } from '../../core/workspace/kept-listings';
import { parisDay } from '../clock/paris-clock';

/**
 * What is known of the pieces of dossiers, and who is told when it changes. Knows nothing of files: how they are found and read
 * is for who extends it, on a machine or in a browser.
 */
export abstract class KnownEvidence {
  #listings: KeptListings;
  /** By the dossier's folder, then by path. */
  readonly #known = new Map<string, Map<string, EvidenceFile>>();
  /** Milliseconds since 1970. */
  readonly #written = new Map<string, number>();
  readonly #doubted = new Set<string>();
  /** By the dossier's folder. */
  readonly #commonFolders = new Map<string, CommonFolder>();
  readonly #listeners: ((rootUri: string, path?: string) => void)[] = [];
  #mayOpen: boolean;

  /**
   * @param makeListings makes what lists the folders of dossiers
   * @param mayOpen whether the user trusts the folder: without, files are found and never opened
   */
  constructor(
    readonly makeListings: () => KeptListings,
    mayOpen: boolean,
  ) {
    this.#listings = makeListings();
    this.#mayOpen = mayOpen;
  }

  /** The user granted or withdrew trust; takes effect at the next scan. */
  setMayOpen(mayOpen: boolean): void {
    this.#mayOpen = mayOpen;
  }

  lookup(rootUri: string, path: string): EvidenceFile | undefined {
    return this.#known.get(rootUri)?.get(path);
  }

  lastWritten(rootUri: string, path: string): string | undefined {
    const time = this.#written.get(keyOf(rootUri, path));
    return time === undefined ? undefined : parisDay(new Date(time));
  }

  commonFolder(rootUri: string, folder: CommonFolder | undefined): void {
    const before = this.#commonFolders.get(rootUri);
    if (before?.folderUri === folder?.folderUri && before?.withinUri === folder?.withinUri) return;
    if (folder) this.#commonFolders.set(rootUri, folder);
    else this.#commonFolders.delete(rootUri);
    // What was known of shared pieces was known of another folder's.
    for (const path of [...(this.#known.get(rootUri)?.keys() ?? [])])
      if (commonPath(path) !== undefined) this.forget(rootUri, path);
  }

  listed(rootUri: string): readonly string[] | undefined {
    return this.#listings.of(rootUri);
  }

  /** @throws CancelledError; folders listed until then count */
  async list(rootUri: string, folders: readonly EvidenceFolder[], cancellation: Cancellation): Promise<void> {
    const before = this.#listings.of(rootUri);
    try {
      await this.#listings.list(rootUri, folders, cancellation);
    } finally {
      if (this.#listings.of(rootUri) !== before) this.#tell(rootUri);
    }
  }

  /** @param listener told in which dossier's folder facts changed, and of which file where it is one */
  onDidChange(listener: (rootUri: string, path?: string) => void): void {
    this.#listeners.push(listener);
  }

  invalidate(rootUri: string, path: string): void {
    this.#doubted.add(keyOf(rootUri, path));
  }

  /** Forgets where everything is, and tells nobody. */
  forgetPlaces(): void {
    this.#listings = this.makeListings();
    this.#known.clear();
    this.#written.clear();
  }

  protected get mayOpen(): boolean {
    return this.#mayOpen;
  }

  /** Where the dossier's pieces in common lie. */
  protected commonFolderOf(rootUri: string): CommonFolder | undefined {
    return this.#commonFolders.get(rootUri);
  }

  /** Whether it may have changed without its size and times telling. */
  protected isDoubted(rootUri: string, path: string): boolean {
    return this.#doubted.has(keyOf(rootUri, path));
  }

  /** It was read anew. */
  protected trust(rootUri: string, path: string): void {
    this.#doubted.delete(keyOf(rootUri, path));
  }

  /** @param time milliseconds since 1970; undefined where nobody knows */
  protected learnWritten(rootUri: string, path: string, time: number | undefined): void {
    const key = keyOf(rootUri, path);
    if (time === undefined) this.#written.delete(key);
    else this.#written.set(key, time);
  }

  /** The same object stays while it says the same: rules tell by identity what to look at again. */
  protected learn(rootUri: string, path: string, fact: EvidenceFile): void {
    const known = this.#known.get(rootUri) ?? new Map<string, EvidenceFile>();
    const before = known.get(path);
    if (before && JSON.stringify(before) === JSON.stringify(fact)) return;
    this.#known.set(rootUri, known.set(path, fact));
    this.#tell(rootUri, path);
  }

  protected forget(rootUri: string, path: string): void {
    if (this.#known.get(rootUri)?.delete(path)) this.#tell(rootUri, path);
  }

  #tell(rootUri: string, path?: string): void {
    for (const listener of this.#listeners) listener(rootUri, path);
  }
}

/**
 * Looks at each path once, some at the same time. When one fails, no other is begun.
 * @param width how many at the same time
 * @throws CancelledError, or what `look` throws
 */
export async function lookAtEach(
  paths: readonly string[],
  width: number,
  look: (path: string) => Promise<void>,
  cancellation: Cancellation,
): Promise<void> {
  const waiting = [...new Set(paths)];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let path = waiting[next++]; path !== undefined; path = waiting[next++]) {
      throwIfCancelled(cancellation);
      await look(path);
    }
  };
  try {
    await Promise.all(Array.from({ length: width }, work));
  } finally {
    // The other workers stop at their next file.
    next = waiting.length;
  }
}

function keyOf(rootUri: string, path: string): string {
  return `${rootUri}\n${path}`;
}
