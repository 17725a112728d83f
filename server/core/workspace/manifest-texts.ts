import { parseManifest, type ParsedManifest } from '../manifest/parse-manifest';
import type { TextSpanChange } from '../manifest/text-span-change';
import type { Cancellation } from '../ports/cancellation';
import type { Files } from '../ports/files';
import { withEncoding, withoutEncoding } from '../manifest/encoding-problems';
import type { ChunkedText } from '../text/chunked-text';

/**
 * Manifest files, parsed. The text open in an editor stands over the one on disk; a file is read and parsed again only
 * after it changed, and then only where it changed.
 */
export class ManifestTexts {
  readonly #open = new Map<string, ParsedManifest>();
  readonly #onDisk = new Map<string, ParsedManifest | undefined>();

  constructor(readonly files: Files) {}

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** @param change what an edit did to the text that was open, when the editor says so */
  setOpen(uri: string, text: string | ChunkedText, change?: TextSpanChange): ParsedManifest {
    const open = this.#open.get(uri);
    const onDisk = this.#onDisk.get(uri);
    const parsed = parseManifest(text, open ?? (onDisk && withoutEncoding(onDisk)), open && change);
    this.#open.set(uri, parsed);
    return parsed;
  }

  /** Back to what is on disk. */
  close(uri: string): void {
    this.#open.delete(uri);
    this.#onDisk.delete(uri);
  }

  /** The file changed, came or went on disk. */
  forget(uri: string): void {
    this.#onDisk.delete(uri);
  }

  /** What is known without waiting. */
  peek(uri: string): ParsedManifest | undefined {
    return this.#open.get(uri) ?? this.#onDisk.get(uri);
  }

  /** Undefined when the file does not exist. */
  async get(uri: string, token: Cancellation): Promise<ParsedManifest | undefined> {
    const open = this.#open.get(uri);
    if (open) return open;
    if (this.#onDisk.has(uri)) return this.#onDisk.get(uri);
    const read = await this.files.readText(uri, token);
    // The editor may have opened it meanwhile: its text counts, and is mostly the same.
    const opened = this.#open.get(uri);
    const parsed = read && withEncoding(parseManifest(read.text, opened), read.fault);
    this.#onDisk.set(uri, parsed);
    return opened ?? parsed;
  }
}
