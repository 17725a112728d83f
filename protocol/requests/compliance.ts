import type { DossierView, ViewGroup } from '../compliance-view';
import { requestKind } from '../request';

/** Where every dossier of the workspace stands. */
export const complianceRequest = requestKind<ComplianceParams, ComplianceView>('segur/conformite');

export interface ComplianceParams {
  /** How requirements are grouped. */
  readonly groupBy: 'chapter' | 'domain';
}

export interface ComplianceView {
  readonly dossiers: readonly DossierView[];
  /** The portfolios; a dossier of theirs stands in its group, every other one by itself. */
  readonly groups?: readonly ViewGroup[];
}
