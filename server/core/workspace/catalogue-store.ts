import { adjustmentsBeside, catalogueBeside } from '../catalogue/adjustments-file';
import { CatalogueIndex } from '../catalogue/index-catalogue';
import { readDecodedCatalogue } from '../catalogue/read-decoded-catalogue';
import type { CatalogueState } from '../dossier/dossier';
import type { DossierFacts } from '../manifest/facts';
import type { BuiltInCatalogues } from '../ports/built-in-catalogues';
import type { Cancellation } from '../ports/cancellation';
import type { Files } from '../ports/files';
import type { DecodedText } from '../text/encoding';
import { withAdjustments } from './with-adjustments';
import { safePath } from './evidence-path';
import { relativeTo, under } from './uri';

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
    const read = await this.files.readText(uri, token);
    const state = read === undefined ? ({ kind: 'notFound', path } as const) : readState(uri, path, read);
    const adjusted = await this.#adjusted(rootUri, state, token);
    this.#fromFile.set(uri, adjusted);
    return adjusted;
  }

  /** With what the overlay beside the file says, where there is one. */
  async #adjusted(rootUri: string, state: CatalogueState, token: Cancellation): Promise<CatalogueState> {
    if (state.kind !== 'loaded' || state.origin.kind !== 'file') return state;
    const uri = adjustmentsBeside(state.origin.uri);
    const read = uri === undefined ? undefined : await this.files.readText(uri, token);
    if (uri === undefined || read === undefined) return state;
    return withAdjustments(state, relativeTo(rootUri, uri) ?? uri, read.text);
  }
}

function readState(uri: string, path: string, read: DecodedText): CatalogueState {
  const { catalogue, problems } = readDecodedCatalogue(read);
  return catalogue
    ? { kind: 'loaded', catalogue, index: new CatalogueIndex(catalogue), origin: { kind: 'file', uri } }
    : { kind: 'invalid', path, problems: problems.map((problem) => problem.message) };
}
