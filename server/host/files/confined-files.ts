import type { Cancellation } from '../../core/ports/cancellation';
import { UnreadableFile, type FileFault } from '../../core/ports/file-fault';
import type { Files, TextFile } from '../../core/ports/files';
import { isInside } from './guarded-file';
import { pathOfUri } from './path-of-uri';

/** Whether a path is one of some folders or in one; all past all links. */
export function isWithin(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => folder === path || isInside(folder, path));
}

/** Text files of some folders. By its name, nothing else is there; what leads out of them through a link is refused. */
export class ConfinedFiles implements Files {
  /** @param folders absolute, past all links */
  constructor(
    readonly files: Files,
    readonly folders: readonly string[],
  ) {}

  async readText(uri: string, cancellation: Cancellation): Promise<TextFile | undefined> {
    if (!this.#isNamedWithin(uri)) return undefined;
    const real = await this.files.realUri(uri, cancellation);
    if (real !== undefined) this.#assertWithin(real, uri);
    const file = await this.files.readText(uri, cancellation);
    // Its name may lead elsewhere by now.
    if (file) this.#assertWithin(file.realUri, uri);
    return file;
  }

  async realUri(uri: string, cancellation: Cancellation): Promise<string | undefined> {
    return this.#isNamedWithin(uri) ? await this.files.realUri(uri, cancellation) : undefined;
  }

  async folderFault(folderUri: string, cancellation: Cancellation): Promise<FileFault | undefined> {
    if (!this.#isNamedWithin(folderUri)) return undefined;
    const real = await this.files.realUri(folderUri, cancellation);
    if (real !== undefined && !this.#isNamedWithin(real)) return { kind: 'outside' };
    return await this.files.folderFault(folderUri, cancellation);
  }

  async find(folderUri: string, globs: readonly string[], cancellation: Cancellation): Promise<string[]> {
    return (await this.#isSearched(folderUri, cancellation))
      ? await this.files.find(folderUri, globs, cancellation)
      : [];
  }

  async findNamed(folderUri: string, globs: readonly string[], cancellation: Cancellation): Promise<string[]> {
    return (await this.#isSearched(folderUri, cancellation))
      ? await this.files.findNamed(folderUri, globs, cancellation)
      : [];
  }

  async #isSearched(folderUri: string, cancellation: Cancellation): Promise<boolean> {
    const real = await this.realUri(folderUri, cancellation);
    return real !== undefined && this.#isNamedWithin(real);
  }

  #assertWithin(real: string, uri: string): void {
    if (!this.#isNamedWithin(real)) throw new UnreadableFile(uri, { kind: 'outside' });
  }

  #isNamedWithin(uri: string): boolean {
    const path = pathOfUri(uri);
    return path !== undefined && isWithin(this.folders, path);
  }
}
