import type { Cancellation } from '../../core/ports/cancellation';
import type { Files } from '../../core/ports/files';
import { relativeTo } from '../../core/text/uri';

/** The files in a dossier's folder, listed once until something in it comes or goes. */
export class FolderListings {
  readonly #kept = new Map<string, readonly string[]>();
  /** How often something came or went: a listing that was begun before that is not kept. */
  #changes = 0;

  constructor(readonly files: Files) {}

  /** Paths relative to the folder, `/` separated, sorted. */
  async of(rootUri: string, cancellation: Cancellation): Promise<readonly string[]> {
    return this.#kept.get(rootUri) ?? (await this.now(rootUri, cancellation));
  }

  /** The same, listed anew: who asks for what lies there may be quicker than what tells of it. */
  async now(rootUri: string, cancellation: Cancellation): Promise<readonly string[]> {
    const changes = this.#changes;
    const uris = await this.files.find(rootUri, ['**/*'], cancellation);
    const paths = uris.flatMap((uri) => {
      const path = relativeTo(rootUri, uri);
      return path === undefined ? [] : [path];
    });
    if (changes === this.#changes) this.#kept.set(rootUri, paths);
    return paths;
  }

  /** Something under or at this URI came or went. */
  forget(uri: string): void {
    this.#changes += 1;
    for (const rootUri of [...this.#kept.keys()])
      if (relativeTo(rootUri, uri) !== undefined) this.#kept.delete(rootUri);
  }

  clear(): void {
    this.#changes += 1;
    this.#kept.clear();
  }
}
