import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../archive/replace-file';
import { temporaryPath } from '../archive/temporary-name';
import type { PictureFindings } from '../inspection/pictures/picture-findings';
import { readLines } from './read-lines';

/** Changes with how pictures are read: what another version read is read anew. */
const header = JSON.stringify({ images: 2 });
const fileName = 'images.jsonl';
/** Beyond that, the oldest are forgotten. */
const mostEntries = 20_000;

/** What pictures were found to show, by the digest of their file, kept between runs: one line for each. */
export class PictureStore {
  readonly #entries = new Map<string, PictureFindings>();
  readonly #fresh = new Set<string>();
  /** Those that are not written. */
  readonly #passing = new Set<string>();
  #loaded: Promise<void> | undefined;
  /** Whether the file on disk is one that can be continued. */
  #continues = false;

  /** @param folder where to keep them; undefined keeps them for this run only */
  constructor(readonly folder: string | undefined) {}

  load(): Promise<void> {
    this.#loaded ??= this.#read();
    return this.#loaded;
  }

  /** @param sha256 lower-case hexadecimal */
  get(sha256: string): PictureFindings | undefined {
    return this.#entries.get(sha256);
  }

  /** @param lasting false for what another run may find out better */
  set(sha256: string, findings: PictureFindings, lasting = true): void {
    this.#entries.set(sha256, findings);
    (lasting ? this.#fresh : this.#passing).add(sha256);
  }

  /** Writes what is new. @throws the system's error */
  async save(): Promise<void> {
    if (this.folder === undefined || this.#fresh.size === 0) return;
    const fresh = [...this.#fresh];
    this.#fresh.clear();
    const file = join(this.folder, fileName);
    try {
      await mkdir(this.folder, { recursive: true });
      // A line that an interrupted run left half written ends here.
      if (this.#continues) await appendFile(file, `\n${this.#lines(fresh)}`);
      else await this.#rewrite(file);
    } catch (error) {
      for (const sha256 of fresh) this.#fresh.add(sha256);
      this.#continues = false;
      throw error;
    }
  }

  async #rewrite(file: string): Promise<void> {
    const temporary = temporaryPath(file);
    try {
      await writeFile(
        temporary,
        `${header}\n${this.#lines([...this.#entries.keys()].filter((sha256) => !this.#passing.has(sha256)).slice(-mostEntries))}`,
        {
          flag: 'wx',
        },
      );
      await replaceFile(temporary, file, { rename, platform: process.platform });
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    this.#continues = true;
  }

  #lines(digests: readonly string[]): string {
    return digests.map((sha256) => `${JSON.stringify([sha256, this.#entries.get(sha256)])}\n`).join('');
  }

  async #read(): Promise<void> {
    if (this.folder === undefined) return;
    let first = true;
    try {
      for await (const lines of readLines(join(this.folder, fileName))) {
        for (const line of lines) {
          if (first && line !== header) return;
          if (!first) this.#takeLine(line);
          first = false;
        }
      }
      this.#continues = !first && this.#entries.size <= mostEntries;
    } catch (error) {
      // None yet, or unreadable: pictures are read anew.
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }

  /** Whatever is not as expected is left out: the file is a cache, and may be damaged. */
  #takeLine(line: string): void {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      if (error instanceof SyntaxError) return;
      throw error;
    }
    if (!Array.isArray(value)) return;
    const [sha256, findings] = value as readonly unknown[];
    if (typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && isFindings(findings))
      this.#entries.set(sha256, findings);
  }
}

function isFindings(value: unknown): value is PictureFindings {
  const { identifiers, unread } = (value ?? {}) as Partial<PictureFindings>;
  return Array.isArray(identifiers) && Array.isArray(unread);
}
