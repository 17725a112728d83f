import picomatch from 'picomatch';
import { UnreadableFile, type FileFault } from '../../server/core/ports/file-fault';
import type { Files, TextFile } from '../../server/core/ports/files';
import { relativeTo } from '../../server/core/text/uri';
import { decodeBytes } from '../../server/host/files/decode-bytes';

/** Files held in memory. */
export class MemoryFiles implements Files {
  /** Why some of them are not read, by URI. */
  readonly faults = new Map<string, FileFault>();
  /** Where links lead: a URI, and all that is under it, is at another. */
  readonly links = new Map<string, string>();

  /** @param texts by URI; bytes where the encoding matters */
  constructor(readonly texts: ReadonlyMap<string, string | Uint8Array>) {}

  readText(uri: string): Promise<TextFile | undefined> {
    const fault = this.faults.get(uri);
    if (fault) return Promise.reject(new UnreadableFile(uri, fault));
    const realUri = this.#real(uri);
    const content = this.texts.get(realUri) ?? this.texts.get(uri);
    if (content === undefined) return Promise.resolve(undefined);
    return Promise.resolve({ ...(typeof content === 'string' ? { text: content } : decodeBytes(content)), realUri });
  }

  realUri(uri: string): Promise<string | undefined> {
    return Promise.resolve(this.#real(uri));
  }

  folderFault(folderUri: string): Promise<FileFault | undefined> {
    return Promise.resolve(this.faults.get(folderUri));
  }

  find(folderUri: string, globs: readonly string[]): Promise<string[]> {
    return this.findNamed(folderUri, globs);
  }

  findNamed(folderUri: string, globs: readonly string[]): Promise<string[]> {
    const matches = picomatch([...globs]);
    const names = new Set([...this.texts.keys(), ...this.faults.keys(), ...this.links.keys()]);
    // A search that begins behind a link finds what is there, under the name of the link.
    const real = this.#real(folderUri);
    if (real !== folderUri)
      for (const uri of this.texts.keys())
        if (uri.startsWith(`${real}/`)) names.add(`${folderUri}${uri.slice(real.length)}`);
    const found = [...names].filter((uri) => {
      const path = relativeTo(folderUri, uri);
      return path !== undefined && matches(path);
    });
    return Promise.resolve(found.sort());
  }

  #real(uri: string): string {
    for (const [from, to] of this.links) {
      if (uri === from || uri.startsWith(`${from}/`)) return `${to}${uri.slice(from.length)}`;
    }
    return uri;
  }
}
