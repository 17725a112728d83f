import { discussionFolder } from '../manifest/discussion-shape';
import { neverCancelled, throwIfCancelled, type Cancellation } from '../ports/cancellation';
import { UnreadableFile, type FileFault } from '../ports/file-fault';
import type { Files } from '../ports/files';
import { relativeTo, under } from '../text/uri';
import { readThread, unreadThread } from '../threads/read-thread';
import type { Thread } from '../threads/thread';
import { readWithin } from './read-within';

/** Files that are threads, from the folder of the dossier. */
export const threadGlobs = ['yaml', 'yml'].map((extension) => `${discussionFolder}/**/*.${extension}`);

/** The threads of a folder of dossiers, and why some could not be looked for. */
export interface FolderThreads {
  /** In the order of their files' names. */
  readonly threads: readonly Thread[];
  /** Why `discussions/` could not be looked into. */
  readonly fault?: FileFault;
}

/** Finds and keeps the threads beside dossiers. */
export class ThreadStore {
  /** By URI of a folder of dossiers. */
  readonly #folders = new Map<string, Promise<FolderThreads>>();

  constructor(readonly files: Files) {}

  /** Something under a folder of threads changed, came or went. @returns whether the threads of a folder are concerned */
  forget(uri: string): boolean {
    let isOurs = false;
    for (const root of this.#folders.keys()) {
      const folder = under(root, discussionFolder);
      if (uri !== folder && !uri.startsWith(`${folder}/`)) continue;
      this.#folders.delete(root);
      isOurs = true;
    }
    return isOurs;
  }

  /** @param rootUri folder of the dossier */
  async of(rootUri: string, cancellation: Cancellation): Promise<FolderThreads> {
    let reading = this.#folders.get(rootUri);
    if (!reading) {
      // Several may wait for it: it does not end with the first who gives up.
      reading = this.#read(rootUri, neverCancelled);
      this.#folders.set(rootUri, reading);
    }
    try {
      return await reading;
    } catch (error) {
      if (this.#folders.get(rootUri) === reading) this.#folders.delete(rootUri);
      throw error;
    } finally {
      throwIfCancelled(cancellation);
    }
  }

  async #read(rootUri: string, cancellation: Cancellation): Promise<FolderThreads> {
    const folder = under(rootUri, discussionFolder);
    const fault = await this.files.folderFault(folder, cancellation);
    if (fault) return { threads: [], fault };
    const threads: Thread[] = [];
    for (const uri of await this.files.findNamed(rootUri, threadGlobs, cancellation)) {
      const thread = await this.#thread(rootUri, uri, relativeTo(folder, uri) ?? uri, cancellation);
      if (thread) threads.push(thread);
    }
    return { threads };
  }

  async #thread(rootUri: string, uri: string, id: string, cancellation: Cancellation): Promise<Thread | undefined> {
    try {
      const file = await readWithin(this.files, rootUri, uri, cancellation);
      return file && readThread(id, uri, file);
    } catch (error) {
      if (error instanceof UnreadableFile) return unreadThread(id, uri, error.fault);
      throw error;
    }
  }
}
