import { parseManifest, type ParsedManifest } from '../manifest/parse-manifest';
import type { TextSpanChange } from '../manifest/text-span-change';
import type { Cancellation } from '../ports/cancellation';
import { UnreadableFile, type FileFault } from '../ports/file-fault';
import type { Files } from '../ports/files';
import { withEncoding, withoutEncoding } from '../manifest/encoding-problems';
import type { ChunkedText } from '../text/chunked-text';
import { conflictCopyOf } from '../evidence/conflict-copy';
import { folderOf, nameOf, relativeTo, under } from '../text/uri';

/** What was found where a manifest is said to be; nothing of it when no file is there. */
interface OnDisk {
  readonly parsed?: ParsedManifest;
  /** Why the file that is there was not read. */
  readonly fault?: FileFault;
}

const nothing: OnDisk = {};

/**
 * Manifest files, parsed. The text open in an editor stands over the one on disk; a file is read and parsed again only
 * after it changed, and then only where it changed. One that cannot be read hides no other.
 */
export class ManifestTexts {
  readonly #open = new Map<string, ParsedManifest>();
  readonly #onDisk = new Map<string, OnDisk>();
  /** Where files and folders are past all links; undefined where nothing is. */
  readonly #places = new Map<string, string | undefined>();
  /** Why the files of folders are not found, of those that were asked for. */
  readonly #folders = new Map<string, FileFault | undefined>();

  constructor(readonly files: Files) {}

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** @param change what an edit did to the text that was open, when the editor says so */
  setOpen(uri: string, text: string | ChunkedText, change?: TextSpanChange): ParsedManifest {
    const open = this.#open.get(uri);
    const onDisk = this.#onDisk.get(uri)?.parsed;
    const parsed = parseManifest(text, open ?? (onDisk && withoutEncoding(onDisk)), open && change);
    this.#open.set(uri, parsed);
    return parsed;
  }

  /** Back to what is on disk. */
  close(uri: string): void {
    this.#open.delete(uri);
    this.forget(uri);
  }

  /** The file changed, came or went on disk. */
  forget(uri: string): void {
    this.#onDisk.delete(uri);
    for (const [name, place] of this.#places) if (place === uri) this.#onDisk.delete(name);
    // A folder on the way may be another one by now.
    this.folderChanged();
  }

  /** Files or folders came or went. */
  folderChanged(): void {
    this.#places.clear();
    this.#folders.clear();
  }

  /** What is known without waiting. */
  peek(uri: string): ParsedManifest | undefined {
    return this.#open.get(uri) ?? this.#onDisk.get(uri)?.parsed;
  }

  /** Undefined when the file does not exist, or was not read: see {@link fault}. */
  async get(uri: string, cancellation: Cancellation): Promise<ParsedManifest | undefined> {
    const open = this.#open.get(uri);
    if (open) return open;
    const { parsed } = await this.#read(uri, cancellation);
    return this.#open.get(uri) ?? parsed;
  }

  /** Whether there is anything of this name, read or not. */
  async isThere(uri: string, cancellation: Cancellation): Promise<boolean> {
    return (await this.get(uri, cancellation)) !== undefined || (await this.fault(uri, cancellation)) !== undefined;
  }

  /** Why a file that is there was not read; undefined when it was, or is open. */
  async fault(uri: string, cancellation: Cancellation): Promise<FileFault | undefined> {
    if (this.#open.has(uri)) return undefined;
    const { fault } = await this.#read(uri, cancellation);
    return this.#open.has(uri) ? undefined : fault;
  }

  /**
   * Why a manifest cannot be one of a dossier's: it was not read, or lies outside of the dossier's folder once links are
   * followed, whoever opened it.
   */
  async faultIn(folderUri: string, uri: string, cancellation: Cancellation): Promise<FileFault | undefined> {
    const fault = (await this.copyFault(uri, cancellation)) ?? (await this.fault(uri, cancellation));
    if (fault) return fault;
    const place = await this.#place(uri, cancellation);
    const folder = await this.#place(folderUri, cancellation);
    // Not on disk, or on none that has links.
    if (place === undefined || folder === undefined) return undefined;
    if (place === uri && folder === folderUri) return undefined;
    return relativeTo(folder, place) === undefined ? { kind: 'outside' } : undefined;
  }

  /** That a manifest is a copy that a shared folder made of the one beside it: two of them would count twice. */
  async copyFault(uri: string, cancellation: Cancellation): Promise<FileFault | undefined> {
    const name = nameOf(uri);
    const copy = conflictCopyOf(name);
    if (!copy || !(await this.isThere(under(folderOf(uri), copy.original), cancellation))) return undefined;
    return { kind: 'conflictCopy', original: copy.original };
  }

  /** The same for a main manifest, whose folder is the dossier's. */
  async mainFault(uri: string, cancellation: Cancellation): Promise<FileFault | undefined> {
    return this.faultIn(folderOf(uri), uri, cancellation);
  }

  /**
   * Whether the files of a dossier's folder are found by a search of the dossier: a link is not entered.
   * @returns `linked` for a link that stays inside; why not, when nothing in it counts
   */
  async folderIn(
    rootUri: string,
    folderUri: string,
    cancellation: Cancellation,
  ): Promise<FileFault | 'found' | 'linked'> {
    const [place, root] = [await this.#place(folderUri, cancellation), await this.#place(rootUri, cancellation)];
    if (place === undefined || root === undefined) return 'found';
    const inside = place === root ? '' : relativeTo(root, place);
    if (inside === undefined) return { kind: 'outside' };
    const fault = await this.#folderFault(folderUri, cancellation);
    return fault ?? (inside === relativeTo(rootUri, folderUri) ? 'found' : 'linked');
  }

  async #folderFault(uri: string, cancellation: Cancellation): Promise<FileFault | undefined> {
    if (!this.#folders.has(uri)) this.#folders.set(uri, await this.files.folderFault(uri, cancellation));
    return this.#folders.get(uri);
  }

  async #read(uri: string, cancellation: Cancellation): Promise<OnDisk> {
    const known = this.#onDisk.get(uri);
    if (known) return known;
    const found = await this.#readFile(uri, cancellation);
    this.#onDisk.set(uri, found);
    return found;
  }

  async #readFile(uri: string, cancellation: Cancellation): Promise<OnDisk> {
    try {
      const file = await this.files.readText(uri, cancellation);
      if (!file) return nothing;
      this.#places.set(uri, file.realUri);
      // The editor may have opened it meanwhile: its text counts, and is mostly the same.
      return { parsed: withEncoding(parseManifest(file.text, this.#open.get(uri)), file.fault) };
    } catch (error) {
      if (error instanceof UnreadableFile) return { fault: error.fault };
      throw error;
    }
  }

  async #place(uri: string, cancellation: Cancellation): Promise<string | undefined> {
    if (this.#places.has(uri)) return this.#places.get(uri);
    const place = await this.files.realUri(uri, cancellation);
    this.#places.set(uri, place);
    return place;
  }
}
