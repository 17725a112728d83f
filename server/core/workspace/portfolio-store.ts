import { commonPrefix, safePath } from '../evidence/evidence-path';
import { portfolioFile } from '../portfolio/portfolio-shape';
import { dossierInCommon, namesFolder, readPortfolio, type ParsedPortfolio } from '../portfolio/read-portfolio';
import type { Cancellation } from '../ports/cancellation';
import type { CommonFolder } from '../ports/evidence-files';
import { UnreadableFile, type FileFault } from '../ports/file-fault';
import type { Files } from '../ports/files';
import type { EncodingFault } from '../text/encoding';
import { folderOf, relativeTo, under } from '../text/uri';
import { readWithin } from './read-within';

/** A `portefeuille.yaml` that is there. */
export type PortfolioText =
  | { readonly kind: 'read'; readonly parsed: ParsedPortfolio; readonly encoding?: EncodingFault }
  | { readonly kind: 'unread'; readonly fault: FileFault };

/** Reads and keeps portfolios; the text open in an editor stands over the one on disk. */
export class PortfolioStore {
  readonly #open = new Map<string, PortfolioText>();
  /** By URI; undefined where there is none. */
  readonly #onDisk = new Map<string, PortfolioText | undefined>();
  /** By the folder of a dossier, as last told. */
  readonly #commons = new Map<string, string>();
  /** Whether a common folder is where it may be, by the URIs of the portfolio's folder and of its own. */
  readonly #inside = new Map<string, boolean>();
  /** By the folder of a dossier. */
  readonly #above = new Map<string, string | undefined>();
  /** Counts what changed: what is read meanwhile may be out of date. */
  changes = 0;

  constructor(readonly files: Files) {}

  /** @returns whether it names other dossiers, or another common folder, than the text before */
  setOpen(uri: string, text: string): boolean {
    const before = this.#open.get(uri) ?? this.#onDisk.get(uri);
    const parsed = readPortfolio(text);
    this.#open.set(uri, { kind: 'read', parsed });
    if (before?.kind === 'read' && saysOf(before.parsed) === saysOf(parsed)) return false;
    this.#changed();
    return true;
  }

  close(uri: string): void {
    this.#open.delete(uri);
    this.forget(uri);
  }

  /** The file changed, came or went on disk. */
  forget(uri: string): void {
    this.#onDisk.delete(uri);
    this.#changed();
  }

  /** Files or folders came or went. */
  foldersChanged(): void {
    this.#changed();
  }

  /** Undefined when there is no such file. */
  async at(uri: string, cancellation: Cancellation): Promise<PortfolioText | undefined> {
    const open = this.#open.get(uri);
    if (open) return open;
    if (this.#onDisk.has(uri)) return this.#onDisk.get(uri);
    const read = await this.#read(uri, cancellation);
    this.#onDisk.set(uri, read);
    return read;
  }

  /** URI of the nearest portfolio above a dossier's folder that names it; undefined where none does. */
  async above(rootUri: string, cancellation: Cancellation): Promise<string | undefined> {
    if (this.#above.has(rootUri)) return this.#above.get(rootUri);
    const { changes } = this;
    const uri = await this.#findAbove(rootUri, cancellation);
    if (changes === this.changes) this.#above.set(rootUri, uri);
    return uri;
  }

  /** The common folder of the portfolio that names a dossier, where it is one that may be looked into. */
  async commonFolder(rootUri: string, cancellation: Cancellation): Promise<CommonFolder | undefined> {
    const uri = await this.above(rootUri, cancellation);
    const folder = uri === undefined ? undefined : await this.commonOf(uri, cancellation);
    if (folder) this.#commons.set(rootUri, folder.folderUri);
    else this.#commons.delete(rootUri);
    return folder;
  }

  /** The common folder that a portfolio names; undefined also when its path is refused, leads out of the portfolio's folder or has a dossier's own files in it. */
  async commonOf(uri: string, cancellation: Cancellation): Promise<CommonFolder | undefined> {
    const found = await this.at(uri, cancellation);
    const written = found?.kind === 'read' ? found.parsed.facts.common?.value : undefined;
    const safe = written === undefined ? undefined : safePath(written);
    if (safe === undefined) return undefined;
    const withinUri = folderOf(uri);
    const folderUri = under(withinUri, safe);
    if (found?.kind === 'read' && dossierInCommon(found.parsed.facts, withinUri, folderUri) !== undefined)
      return undefined;
    return (await this.#isInside(withinUri, folderUri, cancellation)) ? { folderUri, withinUri } : undefined;
  }

  /**
   * How a dossier cites a file of its common folder, as last known.
   * @param rootUri folder of the dossier
   */
  sharedPath(rootUri: string, fileUri: string): string | undefined {
    const common = this.#commons.get(rootUri);
    if (common === undefined) return undefined;
    const path = relativeTo(common, fileUri);
    return path === undefined ? undefined : `${commonPrefix}${path}`;
  }

  /** One that is not there may come: what lies in it is absent until then. */
  async #isInside(withinUri: string, folderUri: string, cancellation: Cancellation): Promise<boolean> {
    const key = `${withinUri}\n${folderUri}`;
    const known = this.#inside.get(key);
    if (known !== undefined) return known;
    const real = await this.files.realUri(folderUri, cancellation);
    const within = await this.files.realUri(withinUri, cancellation);
    const inside = real === undefined || within === undefined || relativeTo(within, real) !== undefined;
    this.#inside.set(key, inside);
    return inside;
  }

  async #findAbove(rootUri: string, cancellation: Cancellation): Promise<string | undefined> {
    for (let folder = rootUri; ; folder = folderOf(folder)) {
      const uri = under(folder, portfolioFile);
      const found = await this.at(uri, cancellation);
      if (found?.kind === 'read' && namesFolder(found.parsed.facts, folder, rootUri)) return uri;
      if (folderOf(folder) === folder) return undefined;
    }
  }

  #changed(): void {
    this.changes++;
    this.#above.clear();
    this.#inside.clear();
  }

  async #read(uri: string, cancellation: Cancellation): Promise<PortfolioText | undefined> {
    try {
      const file = await readWithin(this.files, folderOf(uri), uri, cancellation);
      if (!file) return undefined;
      return { kind: 'read', parsed: readPortfolio(file.text), ...(file.fault ? { encoding: file.fault } : {}) };
    } catch (error) {
      if (error instanceof UnreadableFile) return { kind: 'unread', fault: error.fault };
      throw error;
    }
  }
}

/** What concerns the dossiers, without its places. */
function saysOf({ facts: { dossiers, common } }: ParsedPortfolio): string {
  return JSON.stringify([dossiers.map(({ value }) => value), common?.value]);
}
