import type { FileTrouble } from '../../protocol/client-files';
import type { Cancellation } from '../core/ports/cancellation';
import { UnreadableFile, type FileFault } from '../core/ports/file-fault';
import type { Files, TextFile } from '../core/ports/files';
import { normaliseUri, under } from '../core/text/uri';
import { walkFolders, type FolderEntry } from '../core/workspace/folder-walk';
import { pathSearch } from '../core/workspace/path-search';
import type { ClientDisk } from './client-disk';
import { decodeWebText } from './decode-web-text';

/** No manifest or catalogue comes near this; reading more would only use memory up. */
export const mostTextBytes = 64 * 1024 * 1024;

/**
 * Text files of the editor, of whatever scheme. An editor in a browser knows of no links that lead elsewhere: a file is where
 * its name says.
 */
export class ClientFiles implements Files {
  constructor(readonly disk: ClientDisk) {}

  /** @throws UnreadableFile, named by its URI */
  async readText(uri: string, cancellation: Cancellation): Promise<TextFile | undefined> {
    const read = await this.disk.read({ uri, mostBytes: mostTextBytes }, cancellation);
    if (read.kind === 'file') return { ...decodeWebText(read.bytes), realUri: normaliseUri(uri) };
    if (read.kind === 'absent') return undefined;
    throw new UnreadableFile(uri, faultOf(read));
  }

  async realUri(uri: string, cancellation: Cancellation): Promise<string | undefined> {
    const { kind } = await this.disk.status({ uri }, cancellation);
    return kind === 'file' || kind === 'isFolder' ? normaliseUri(uri) : undefined;
  }

  async folderFault(folderUri: string, cancellation: Cancellation): Promise<FileFault | undefined> {
    const listed = await this.disk.list({ uri: folderUri }, cancellation);
    return listed.kind === 'unreadable' ? faultOf(listed) : undefined;
  }

  find(folderUri: string, globs: readonly string[], cancellation: Cancellation): Promise<string[]> {
    return this.#matching(folderUri, globs, false, cancellation);
  }

  findNamed(folderUri: string, globs: readonly string[], cancellation: Cancellation): Promise<string[]> {
    return this.#matching(folderUri, globs, true, cancellation);
  }

  async #matching(
    folderUri: string,
    globs: readonly string[],
    everything: boolean,
    cancellation: Cancellation,
  ): Promise<string[]> {
    const { matches, enters } = pathSearch(globs);
    const found: string[] = [];
    const list = (path: string) => entriesOf(this.disk, path === '' ? folderUri : under(folderUri, path), cancellation);
    for await (const path of walkFolders(list, { enters, everything }, cancellation)) {
      if (matches(path)) found.push(under(folderUri, path));
    }
    return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }
}

/** What is in a folder; nothing where it can not be listed, as in an editor. */
export async function entriesOf(
  disk: ClientDisk,
  uri: string,
  cancellation: Cancellation,
): Promise<readonly FolderEntry[]> {
  const listed = await disk.list({ uri }, cancellation);
  return listed.kind === 'folder' ? listed.entries : [];
}

/** What the editor says of a file that it did not read, in the words of the core. */
export function faultOf(trouble: FileTrouble): FileFault {
  switch (trouble.kind) {
    case 'absent':
      return { kind: 'brokenLink' };
    case 'isFolder':
      return { kind: 'directory' };
    case 'tooLarge':
      return { kind: 'tooLarge', mebibytes: trouble.mebibytes };
    case 'unreadable':
      return { kind: 'unreadable', reason: trouble.reason };
  }
}
