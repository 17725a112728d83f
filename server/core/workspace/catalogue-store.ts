import { CatalogueIndex } from '../catalogue/index-catalogue';
import { readCatalogue } from '../catalogue/read-catalogue';
import type { CatalogueState } from '../dossier/dossier';
import type { DossierFacts } from '../manifest/facts';
import type { BuiltInCatalogues } from '../ports/built-in-catalogues';
import type { Cancellation } from '../ports/cancellation';
import { UnreadableFile } from '../ports/file-fault';
import type { Files } from '../ports/files';
import { safePath } from './evidence-path';
import { readWithin } from './read-within';
import { under } from './uri';

/** Finds and keeps the catalogue that a dossier is measured against. */
export class CatalogueStore {
  readonly #builtIn = new Map<string, CatalogueState>();
  readonly #fromFile = new Map<string, CatalogueState>();

  constructor(
    readonly files: Files,
    readonly builtIns: BuiltInCatalogues,
  ) {}

  /** The file changed, came or went on disk. */
  forget(uri: string): void {
    this.#fromFile.delete(uri);
  }

  /**
   * The text of an imported catalogue as it is now.
   * @returns undefined when it is not there, or not to be read, any more
   */
  async textOf(rootUri: string, uri: string, token: Cancellation): Promise<string | undefined> {
    try {
      return (await readWithin(this.files, rootUri, uri, token))?.text;
    } catch (error) {
      if (error instanceof UnreadableFile) return undefined;
      throw error;
    }
  }

  async of(rootUri: string, head: DossierFacts | undefined, token: Cancellation): Promise<CatalogueState> {
    const path = head?.catalogue?.value;
    if (path !== undefined) return this.#imported(rootUri, path, token);
    const dispositif = head?.dispositif?.value;
    if (dispositif === undefined) return { kind: 'unknownDispositif' };
    return this.#shipped(dispositif, token);
  }

  async #shipped(dispositif: string, token: Cancellation): Promise<CatalogueState> {
    const known = this.#builtIn.get(dispositif);
    if (known) return known;
    const catalogue = await this.builtIns.load(dispositif, token);
    const state: CatalogueState = catalogue
      ? { kind: 'loaded', catalogue, index: new CatalogueIndex(catalogue), origin: { kind: 'builtIn' } }
      : { kind: 'unknownDispositif', dispositif };
    this.#builtIn.set(dispositif, state);
    return state;
  }

  async #imported(rootUri: string, path: string, token: Cancellation): Promise<CatalogueState> {
    const safe = safePath(path);
    if (safe === undefined) return { kind: 'outside', path };
    const uri = under(rootUri, safe);
    const known = this.#fromFile.get(uri);
    if (known) return known;
    const state = await this.#read(rootUri, uri, path, token);
    this.#fromFile.set(uri, state);
    return state;
  }

  async #read(rootUri: string, uri: string, path: string, token: Cancellation): Promise<CatalogueState> {
    try {
      const file = await readWithin(this.files, rootUri, uri, token);
      return file ? readState(uri, path, file.text) : { kind: 'notFound', path };
    } catch (error) {
      if (error instanceof UnreadableFile) return { kind: 'unread', path, fault: error.fault };
      throw error;
    }
  }
}

function readState(uri: string, path: string, text: string): CatalogueState {
  const { catalogue, problems } = readCatalogue(text);
  return catalogue
    ? { kind: 'loaded', catalogue, index: new CatalogueIndex(catalogue), origin: { kind: 'file', uri } }
    : { kind: 'invalid', path, problems: problems.map((problem) => problem.message) };
}
