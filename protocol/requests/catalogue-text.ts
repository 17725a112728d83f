import { requestKind } from '../request';

/** The text of a catalogue that ships, for the document of that name. */
export const catalogueTextRequest = requestKind<CatalogueTextParams, CatalogueTextResult>('segur/texteDuCatalogue');

export interface CatalogueTextParams {
  /** Of the scheme of `protocol/catalogue-document`. */
  readonly uri: string;
}

export interface CatalogueTextResult {
  /** Absent where no catalogue of that name ships. */
  readonly text?: string;
}
