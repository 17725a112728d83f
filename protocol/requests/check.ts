import { requestKind, type NoParams } from '../request';

/** Looks at all evidence again. */
export const checkRequest = requestKind<NoParams, CheckResult>('segur/verifier');

export interface CheckResult {
  readonly dossiers: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}
