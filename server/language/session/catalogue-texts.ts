import { catalogueScheme } from '../../../protocol/catalogue-document';
import type { Catalogue } from '../../core/catalogue/catalogue';
import { writeCatalogue } from '../../core/catalogue/write-catalogue';
import type { CatalogueState } from '../../core/dossier/dossier';
import type { Cancellation } from '../../core/ports/cancellation';
import type { Workspace } from '../../core/workspace/workspace';
import { cataloguePlaces } from '../mentions/catalogue-places';
import type { CatalogueText } from '../references';

const documentPath = new RegExp(`^${catalogueScheme}:/+([\\w.-]+)\\.rem\\.yaml$`);

/** Catalogues as texts that an editor can open: imported ones as they are on disk, those that ship under an address of their own. */
export class CatalogueTexts {
  readonly #shipped = new WeakMap<Catalogue, CatalogueText>();
  readonly #read = new Map<string, CatalogueText>();

  constructor(readonly workspace: Workspace) {}

  /** @returns undefined where there is none, or the file is not to be read any more */
  async of(rootUri: string, state: CatalogueState, cancellation: Cancellation): Promise<CatalogueText | undefined> {
    if (state.kind !== 'loaded') return undefined;
    const { origin, catalogue } = state;
    if (origin.kind === 'builtIn') return this.#ofShipped(catalogue);
    const text = await this.workspace.catalogues.textOf(rootUri, origin.uri, cancellation);
    return text === undefined ? undefined : this.#ofText(origin.uri, text);
  }

  /** The text behind the address of a catalogue that ships. */
  async shipped(uri: string, cancellation: Cancellation): Promise<CatalogueText | undefined> {
    const dispositif = documentPath.exec(uri)?.[1];
    if (dispositif === undefined) return undefined;
    const state = await this.workspace.catalogues.shipped(dispositif, cancellation);
    return state.kind === 'loaded' ? this.#ofShipped(state.catalogue) : undefined;
  }

  #ofShipped(catalogue: Catalogue): CatalogueText {
    let known = this.#shipped.get(catalogue);
    if (!known) {
      const text = writeCatalogue(catalogue);
      known = { uri: documentUri(catalogue), text, places: cataloguePlaces(text) };
      this.#shipped.set(catalogue, known);
    }
    return known;
  }

  #ofText(uri: string, text: string): CatalogueText {
    const before = this.#read.get(uri);
    if (before?.text === text) return before;
    const known = { uri, text, places: cataloguePlaces(text) };
    this.#read.set(uri, known);
    return known;
  }
}

function documentUri({ dispositif }: Catalogue): string {
  return `${catalogueScheme}:/${dispositif.id}.rem.yaml`;
}
