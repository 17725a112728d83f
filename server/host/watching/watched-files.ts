import type { Cancellation } from '../../core/ports/cancellation';
import type { FileFault } from '../../core/ports/file-fault';
import type { Files, TextFile } from '../../core/ports/files';
import type { LookedAt } from './looked-at';
import { pathOfUri } from '../files/path-of-uri';

/** Text files of which is noted which were asked for, those that are not there included. */
export class WatchedFiles implements Files {
  constructor(
    readonly files: Files,
    readonly lookedAt: LookedAt,
  ) {}

  async readText(uri: string, cancellation: Cancellation): Promise<TextFile | undefined> {
    await this.#note(uri);
    return await this.files.readText(uri, cancellation);
  }

  async realUri(uri: string, cancellation: Cancellation): Promise<string | undefined> {
    return await this.#asked(`real\n${uri}`, (one) => this.files.realUri(uri, one), cancellation);
  }

  async folderFault(folderUri: string, cancellation: Cancellation): Promise<FileFault | undefined> {
    return await this.#asked(`fault\n${folderUri}`, (one) => this.files.folderFault(folderUri, one), cancellation);
  }

  async find(folderUri: string, globs: readonly string[], cancellation: Cancellation): Promise<string[]> {
    const key = `find\n${folderUri}\n${globs.join('\n')}`;
    return await this.#asked(key, (one) => this.files.find(folderUri, globs, one), cancellation);
  }

  async findNamed(folderUri: string, globs: readonly string[], cancellation: Cancellation): Promise<string[]> {
    const key = `named\n${folderUri}\n${globs.join('\n')}`;
    return await this.#asked(key, (one) => this.files.findNamed(folderUri, globs, one), cancellation);
  }

  /** Asks, and notes the answer. */
  async #asked<T>(
    key: string,
    ask: (cancellation: Cancellation) => Promise<T>,
    cancellation: Cancellation,
  ): Promise<T> {
    const answer = await ask(cancellation);
    const inWords = (one: T) => JSON.stringify({ answer: one });
    this.lookedAt.told(key, inWords(answer), async (one) => inWords(await ask(one)));
    return answer;
  }

  async #note(uri: string): Promise<void> {
    const path = pathOfUri(uri);
    if (path !== undefined) await this.lookedAt.noteFile(path);
  }
}
