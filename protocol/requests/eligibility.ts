import { requestKind } from '../request';

/** The eligibility form of a dossier as a sheet to copy from. */
export const eligibilityRequest = requestKind<EligibilityParams, EligibilityView>('segur/eligibilite');

export interface EligibilityParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
  /** URI of the user's own list of fields. */
  readonly fields?: string;
}

export interface EligibilityView {
  readonly title: string;
  readonly rows: readonly {
    readonly label: string;
    /** Empty where the dossier says nothing. */
    readonly value: string;
    readonly isRequired: boolean;
    readonly hint?: string;
  }[];
  readonly notices: readonly string[];
}
