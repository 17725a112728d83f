import { lstat, opendir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { UnreadableFile, type FileFault } from '../../core/ports/file-fault';
import type { Files, TextFile } from '../../core/ports/files';
import { normaliseUri, under } from '../../core/text/uri';
import { decodeBytes } from './decode-bytes';
import { walkFiles } from './folder-walk';
import { readGuarded } from './guarded-file';
import { pathSearch } from '../../core/workspace/path-search';
import { pathOfUri } from './path-of-uri';

/** No manifest or catalogue comes near this; reading more would only use memory up. */
export const mostTextBytes = 64 * 1024 * 1024;

/** Text files of the machine's file system. Other schemes than `file:` have no file here. */
export class NodeFiles implements Files {
  /** @throws UnreadableFile, named by its URI */
  async readText(uri: string, cancellation: Cancellation): Promise<TextFile | undefined> {
    const path = pathOfUri(uri);
    if (path === undefined) return undefined;
    try {
      const { bytes, realPath } = await readGuarded(path, { mostBytes: mostTextBytes });
      throwIfCancelled(cancellation);
      return { ...decodeBytes(bytes), realUri: uriOf(realPath) };
    } catch (error) {
      if (error instanceof UnreadableFile) throw new UnreadableFile(uri, error.fault, { cause: error });
      if (isAbsence(error)) return undefined;
      throw error;
    }
  }

  async realUri(uri: string, cancellation: Cancellation): Promise<string | undefined> {
    const path = pathOfUri(uri);
    if (path === undefined) return undefined;
    try {
      const real = await realpath(path);
      throwIfCancelled(cancellation);
      return uriOf(real);
    } catch (error) {
      // Whatever the system has against it: it is not known to be anywhere.
      if (error instanceof Error && 'code' in error) return undefined;
      throw error;
    }
  }

  async folderFault(folderUri: string, cancellation: Cancellation): Promise<FileFault | undefined> {
    const folder = pathOfUri(folderUri);
    if (folder === undefined) return undefined;
    try {
      await (await opendir(folder)).close();
      throwIfCancelled(cancellation);
      return undefined;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return isAbsence(error) ? undefined : { kind: 'unreadable', reason: String(error.code) };
    }
  }

  async find(folderUri: string, globs: readonly string[], cancellation: Cancellation): Promise<string[]> {
    const found: string[] = [];
    for await (const path of matching(folderUri, globs, false, cancellation)) {
      if (await isRegular(join(fileURLToPath(folderUri), path))) found.push(under(folderUri, path));
    }
    return sorted(found);
  }

  async findNamed(folderUri: string, globs: readonly string[], cancellation: Cancellation): Promise<string[]> {
    const found: string[] = [];
    for await (const path of matching(folderUri, globs, true, cancellation)) found.push(under(folderUri, path));
    return sorted(found);
  }
}

async function* matching(
  folderUri: string,
  globs: readonly string[],
  everything: boolean,
  cancellation: Cancellation,
): AsyncGenerator<string> {
  const folder = pathOfUri(folderUri);
  if (folder === undefined) return;
  const { matches, enters } = pathSearch(globs);
  for await (const path of walkFiles(folder, { enters, everything }, cancellation)) {
    if (matches(path)) yield path;
  }
}

function sorted(uris: string[]): string[] {
  return uris.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function uriOf(path: string): string {
  return normaliseUri(pathToFileURL(path).toString());
}

/** A link counts when what it leads to is a file. */
async function isRegular(path: string): Promise<boolean> {
  try {
    const status = await lstat(path);
    return status.isSymbolicLink() ? (await stat(path)).isFile() : status.isFile();
  } catch (error) {
    // One that the system does not even tell of hides no other.
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
