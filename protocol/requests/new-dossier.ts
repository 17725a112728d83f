import { requestKind } from '../request';

/** Writes the first manifest of a dossier. */
export const newDossierRequest = requestKind<NewDossierParams, NewDossierResult>('segur/nouveauDossier');

export interface NewDossierParams {
  readonly folder: string;
  /** After the dispositif without it. */
  readonly fileName?: string;
  readonly dispositif: string;
  readonly profiles: readonly string[];
  /** Path of an imported catalogue (`*.rem.yaml`); it is copied under the folder when it is elsewhere. */
  readonly catalogue?: string;
  readonly subject?: NewDossierSubject;
  /** A file for each chapter, or all in one. */
  readonly byChapter?: boolean;
  /** Where evidence is to lie, relative to the folder, `/` separated. */
  readonly pieces?: string;
}

/** As a person typed it; empty where nothing was. */
export interface NewDossierSubject {
  readonly vendor: string;
  readonly siret: string;
  readonly software: string;
  readonly version: string;
  /** `YYYY-MM-DD` */
  readonly versionDate: string;
  /** `YYYY-MM-DD` */
  readonly plannedFiling: string;
}

/** What is in the way is an error, in the user's words; nothing was written then. */
export interface NewDossierResult {
  /** The main manifest. */
  readonly uri: string;
  readonly requirements: number;
  /** Files of its chapters. */
  readonly fragments: number;
  /** Where the first piece of evidence is to be written. */
  readonly first?: { readonly uri: string; readonly position: { readonly line: number; readonly character: number } };
}
