import picomatch from 'picomatch';
import type { Files } from '../../server/core/ports/files';
import type { DecodedText } from '../../server/core/text/encoding';
import { relativeTo } from '../../server/core/workspace/uri';
import { decodeBytes } from '../../server/host/files/decode-bytes';

/** Files held in memory. */
export class MemoryFiles implements Files {
  /** @param texts by URI; bytes where the encoding matters */
  constructor(readonly texts: ReadonlyMap<string, string | Uint8Array>) {}

  readText(uri: string): Promise<DecodedText | undefined> {
    const content = this.texts.get(uri);
    if (content === undefined) return Promise.resolve(undefined);
    return Promise.resolve(typeof content === 'string' ? { text: content } : decodeBytes(content));
  }

  find(folderUri: string, globs: readonly string[]): Promise<string[]> {
    const matches = picomatch([...globs]);
    const found = [...this.texts.keys()].filter((uri) => {
      const path = relativeTo(folderUri, uri);
      return path !== undefined && matches(path);
    });
    return Promise.resolve(found.sort());
  }
}
