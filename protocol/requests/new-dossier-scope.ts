import { requestKind } from '../request';

/** How much a new dossier would have to prove, for any choice of profiles. Writes nothing. */
export const newDossierScopeRequest = requestKind<NewDossierScopeParams, NewDossierScope>('segur/porteeNouveauDossier');

export interface NewDossierScopeParams {
  readonly folder: string;
  readonly dispositif: string;
  /** Path of an imported catalogue; the built-in one without it. */
  readonly catalogue?: string;
}

export interface NewDossierScope {
  /** Those that can be chosen, besides `Général`. */
  readonly profiles: readonly string[];
  /** Number of requirements to prove whatever is chosen. */
  readonly always: number;
  /** The others, by the profiles one of which makes them apply. */
  readonly groups: readonly { readonly profiles: readonly string[]; readonly requirements: number }[];
}
