import { requestKind } from '../request';

/** Writes the first manifest of a dossier. */
export const newDossierRequest = requestKind<NewDossierParams, NewDossierResult>('segur/nouveauDossier');

export interface NewDossierParams {
  readonly folder: string;
  readonly fileName: string;
  readonly dispositif: string;
  readonly profiles: readonly string[];
  /** Path of an imported catalogue (`*.rem.yaml`); it is copied under the folder when it is elsewhere. */
  readonly catalogue?: string;
}

export interface NewDossierResult {
  readonly uri: string;
  readonly requirements: number;
}
