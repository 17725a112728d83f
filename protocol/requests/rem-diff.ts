import { requestKind } from '../request';

/** What a catalogue changes of another; paths or ids as in `migrate`. */
export const remDiffRequest = requestKind<RemDiffParams, RemDiffResult>('segur/remDiff');

export interface RemDiffParams {
  readonly before: string;
  readonly after: string;
}

export type RemDiffResult =
  { readonly kind: 'compared'; readonly markdown: string } | { readonly kind: 'refused'; readonly message: string };
