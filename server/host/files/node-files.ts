import { lstat, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import picomatch from 'picomatch';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import type { Files } from '../../core/ports/files';
import type { DecodedText } from '../../core/text/encoding';
import { under } from '../../core/workspace/uri';
import { decodeBytes } from './decode-bytes';
import { walkFiles } from './folder-walk';

/** No manifest or catalogue comes near this; reading more would only use memory up. */
const mostBytes = 64 * 1024 * 1024;

/** A file is too large to be one of ours. */
export class FileTooLarge extends Error {
  constructor(readonly uri: string) {
    super(`File too large: ${uri}`);
  }
}

/** Text files of the machine's file system. Other schemes than `file:` have no file here. */
export class NodeFiles implements Files {
  /** @throws FileTooLarge, or the system's error when the file is there but can not be read */
  async readText(uri: string, token: Cancellation): Promise<DecodedText | undefined> {
    if (!uri.startsWith('file:')) return undefined;
    const path = fileURLToPath(uri);
    try {
      const status = await stat(path);
      throwIfCancelled(token);
      if (!status.isFile()) return undefined;
      if (status.size > mostBytes) throw new FileTooLarge(uri);
      const bytes = await readFile(path);
      throwIfCancelled(token);
      return decodeBytes(bytes);
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw error;
    }
  }

  async find(folderUri: string, globs: readonly string[], token: Cancellation): Promise<string[]> {
    if (!folderUri.startsWith('file:')) return [];
    const folder = fileURLToPath(folderUri);
    const matches = picomatch([...globs], { dot: false });
    const bases = globs.map((glob) => searchOf(glob));
    const enters = (path: string) => bases.some((base) => mayHold(base, path));
    const found: string[] = [];
    for await (const path of walkFiles(folder, { enters }, token)) {
      if (matches(path) && (await isRegular(join(folder, path)))) found.push(under(folderUri, path));
    }
    return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }
}

interface Search {
  /** Folder names that a match begins with. */
  readonly base: readonly string[];
  /** Number of folders on the way to a match; Infinity for `**`. */
  readonly depth: number;
}

function searchOf(glob: string): Search {
  const { base, glob: rest } = picomatch.scan(glob);
  const folders = rest === '' ? base.split('/').slice(0, -1) : base.split('/');
  const parts = folders.filter((part) => part !== '' && part !== '.');
  const depth = rest.includes('**') || /[({]/.test(rest) ? Infinity : parts.length + rest.split('/').length - 1;
  return { base: parts, depth };
}

function mayHold(search: Search, path: string): boolean {
  const parts = path.split('/');
  if (parts.length > search.depth) return false;
  return search.base.slice(0, parts.length).every((name, index) => name === parts[index]);
}

/** A link counts when what it leads to is a file. */
async function isRegular(path: string): Promise<boolean> {
  try {
    const status = await lstat(path);
    return status.isSymbolicLink() ? (await stat(path)).isFile() : status.isFile();
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP';
}
