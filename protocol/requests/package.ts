import type { ViewPlace } from '../view-place';
import { requestKind } from '../request';

/** Makes a package, unless something keeps it from being filed. */
export const packageRequest = requestKind<PackageParams, PackageResult>('segur/constituerDepot');

export interface PackageParams {
  readonly uri: string;
  /** Without it nothing is written: only whether something is in the way is wanted. */
  readonly target?: string;
  readonly draft: boolean;
  readonly chapters?: readonly string[];
  /** Only what answers the requests of ANS. */
  readonly answersOnly?: boolean;
}

export type PackageResult =
  | {
      readonly kind: 'written';
      readonly path: string;
      /** Path of the record beside it, which is not to be filed. */
      readonly internal: string;
      readonly entries: number;
      readonly bytes: number;
      readonly draft: boolean;
      /** What was left out, a sentence each, in the user's language. */
      readonly notes: readonly string[];
    }
  | {
      readonly kind: 'blocked';
      readonly total: number;
      readonly reasons: readonly { readonly message: string; readonly place?: ViewPlace }[];
    }
  /** Nothing is in the way, and there was no target. */
  | {
      readonly kind: 'ready';
      /** How many pieces were read to their end, in part and not at all; only when some were not to their end. */
      readonly unread?: string;
    }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'cancelled' };
