import { requestKind } from '../request';
import type { NewDossierSubject } from './new-dossier';

/** What is to be said of what is being typed for a new dossier, in words. Writes nothing. */
export const checkNewDossierRequest = requestKind<CheckNewDossierParams, CheckNewDossierResult>(
  'segur/verifierNouveauDossier',
);

export interface CheckNewDossierParams {
  readonly folder: string;
  readonly subject: Partial<NewDossierSubject>;
  readonly pieces?: string;
}

export type CheckNewDossierResult = { readonly [Field in keyof NewDossierSubject | 'pieces']?: NewDossierRemark };

export interface NewDossierRemark {
  /** With an error no dossier is made. */
  readonly kind: 'error' | 'warning';
  /** In the user's words. */
  readonly text: string;
}
