/** Sent by the client in `initializationOptions` and, under `segurPreuves`, as configuration. */
export interface ClientOptions {
  /** `auto`: the editor's language when it is French or English, else French. */
  readonly langue?: 'auto' | 'fr' | 'en';
  /** False in an untrusted workspace: nothing is written, evidence is not opened. */
  readonly trusted?: boolean;
  /** The text of pictures and scanned pages is read, too. */
  readonly lireLesImages?: boolean;
  /** Folder of ANS's schemas (`segurPreuves.controleCda`) against which CDA is held, before that of any configuration; empty: none. */
  readonly controleCda?: string;
  /** Folder where the server keeps what it knows of evidence between runs. */
  readonly storagePath?: string;
  /** URI of the folder of the shipped catalogues, for a server that can not look beside itself. */
  readonly catalogueFolder?: string;
  /** Command of the client that opens its list of suggestions; without it the list is not opened again after an item. */
  readonly suggestCommand?: string;
  /** The client has the commands of `protocol/commands` that attach pieces and merge: lenses and quick fixes may name them. */
  readonly attachCommands?: boolean;
  /** The client shows documents of the scheme of `protocol/catalogue-document`. */
  readonly catalogueDocuments?: boolean;
}
