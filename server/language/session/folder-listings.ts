import type { Cancellation } from '../../core/ports/cancellation';
import type { Files } from '../../core/ports/files';
import { relativeTo } from '../../core/text/uri';

/** The files in a dossier's folder, listed once until something in it comes or goes. */
export class FolderListings {
  readonly #kept = new Map<string, readonly string[]>();

  constructor(readonly files: Files) {}

  /** Paths relative to the folder, `/` separated, sorted. */
  async of(rootUri: string, cancellation: Cancellation): Promise<readonly string[]> {
    const kept = this.#kept.get(rootUri);
    if (kept) return kept;
    const uris = await this.files.find(rootUri, ['**/*'], cancellation);
    const paths = uris.flatMap((uri) => {
      const path = relativeTo(rootUri, uri);
      return path === undefined ? [] : [path];
    });
    this.#kept.set(rootUri, paths);
    return paths;
  }

  /** Something under or at this URI came or went. */
  forget(uri: string): void {
    for (const rootUri of [...this.#kept.keys()])
      if (relativeTo(rootUri, uri) !== undefined) this.#kept.delete(rootUri);
  }

  clear(): void {
    this.#kept.clear();
  }
}
