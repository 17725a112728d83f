import { adjustmentsBeside, catalogueBeside } from '../catalogue/adjustments-file';
import { CatalogueIndex } from '../catalogue/index-catalogue';
import { readDecodedCatalogue } from '../catalogue/read-decoded-catalogue';
import type { CatalogueState } from '../dossier/dossier';
import type { DossierFacts } from '../manifest/facts';
import type { BuiltInCatalogues } from '../ports/built-in-catalogues';
import type { Cancellation } from '../ports/cancellation';
import { UnreadableFile } from '../ports/file-fault';
import type { Files } from '../ports/files';
import type { DecodedText } from '../text/encoding';
import { unreadOverlay, withAdjustments } from './with-adjustments';
import { safePath } from '../evidence/evidence-path';
import { readWithin } from './read-within';
import { nameWithin, under } from '../text/uri';

/** Finds and keeps the catalogue that a dossier is measured against. */
export class CatalogueStore {
  readonly #builtIn = new Map<string, CatalogueState>();
  readonly #fromFile = new Map<string, CatalogueState>();

  constructor(
    readonly files: Files,
    readonly builtIns: BuiltInCatalogues,
  ) {}

  /** The file, or the overlay beside it, changed, came or went on disk. */
  forget(uri: string): void {
    this.#fromFile.delete(catalogueBeside(uri) ?? uri);
  }

  /**
   * The text of an imported catalogue as it is now.
   * @returns undefined when it is not there, or not to be read, any more
   */
  async textOf(rootUri: string, uri: string, cancellation: Cancellation): Promise<string | undefined> {
    try {
      return (await readWithin(this.files, rootUri, uri, cancellation))?.text;
    } catch (error) {
      if (error instanceof UnreadableFile) return undefined;
      throw error;
    }
  }

  async of(rootUri: string, head: DossierFacts | undefined, cancellation: Cancellation): Promise<CatalogueState> {
    const path = head?.catalogue?.value;
    if (path !== undefined) return this.#imported(rootUri, path, cancellation);
    const dispositif = head?.dispositif?.value;
    if (dispositif === undefined) return { kind: 'unknownDispositif' };
    return this.shipped(dispositif, cancellation);
  }

  /** The catalogue that comes with the tool for a dispositif. */
  async shipped(dispositif: string, cancellation: Cancellation): Promise<CatalogueState> {
    const known = this.#builtIn.get(dispositif);
    if (known) return known;
    const catalogue = await this.builtIns.load(dispositif, cancellation);
    const state: CatalogueState = catalogue
      ? { kind: 'loaded', catalogue, index: new CatalogueIndex(catalogue), origin: { kind: 'builtIn' } }
      : { kind: 'unknownDispositif', dispositif };
    return keptFirst(this.#builtIn, dispositif, state);
  }

  async #imported(rootUri: string, path: string, cancellation: Cancellation): Promise<CatalogueState> {
    const safe = safePath(path);
    if (safe === undefined) return { kind: 'outside', path };
    const uri = under(rootUri, safe);
    const known = this.#fromFile.get(uri);
    if (known) return known;
    const state = await this.#read(rootUri, uri, path, cancellation);
    const adjusted = await this.#adjusted(rootUri, state, cancellation);
    return keptFirst(this.#fromFile, uri, adjusted);
  }

  /** With what the overlay beside the file says, where there is one. */
  async #adjusted(rootUri: string, state: CatalogueState, cancellation: Cancellation): Promise<CatalogueState> {
    if (state.kind !== 'loaded' || state.origin.kind !== 'file') return state;
    const uri = adjustmentsBeside(state.origin.uri);
    if (uri === undefined) return state;
    const path = nameWithin(rootUri, uri);
    try {
      const read = await readWithin(this.files, rootUri, uri, cancellation);
      return read === undefined ? state : withAdjustments(state, path, read);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      return { ...state, adjustments: { path, remarks: [], refused: unreadOverlay(path, error.fault) } };
    }
  }

  async #read(rootUri: string, uri: string, path: string, cancellation: Cancellation): Promise<CatalogueState> {
    try {
      const file = await readWithin(this.files, rootUri, uri, cancellation);
      return file ? readState(uri, path, file) : { kind: 'notFound', path };
    } catch (error) {
      if (error instanceof UnreadableFile) return { kind: 'unread', path, fault: error.fault };
      throw error;
    }
  }
}

/** The same one for all who asked while it was read: what is kept with a catalogue is kept with this object. */
function keptFirst(kept: Map<string, CatalogueState>, key: string, state: CatalogueState): CatalogueState {
  const first = kept.get(key) ?? state;
  kept.set(key, first);
  return first;
}

function readState(uri: string, path: string, read: DecodedText): CatalogueState {
  const { catalogue, problems } = readDecodedCatalogue(read);
  return catalogue
    ? { kind: 'loaded', catalogue, index: new CatalogueIndex(catalogue), origin: { kind: 'file', uri } }
    : { kind: 'invalid', path, problems: problems.map((problem) => problem.message) };
}
