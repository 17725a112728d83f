import type { CompareParams } from './compare';
import { requestKind } from '../request';

/** The extension of the target is the format (`html`, `md`). */
export const saveComparisonRequest = requestKind<SaveComparisonParams, SaveComparisonResult>(
  'segur/enregistrerComparaison',
);

export interface SaveComparisonParams extends CompareParams {
  readonly target: string;
}

export interface SaveComparisonResult {
  readonly path: string;
}
