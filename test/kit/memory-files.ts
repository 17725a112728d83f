import picomatch from 'picomatch';
import type { Files } from '../../server/core/ports/files';
import { relativeTo } from '../../server/core/workspace/uri';

/** Files held in memory. */
export class MemoryFiles implements Files {
  constructor(readonly texts: Map<string, string>) {}

  readText(uri: string): Promise<string | undefined> {
    return Promise.resolve(this.texts.get(uri));
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
