import { requestKind } from '../request';

/** Where pieces would go, and what would be found of them. Nothing is written. */
export const attachPlanRequest = requestKind<AttachParams, AttachPlanResult>('segur/preparerPieces');

export interface AttachParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
  readonly pieces: readonly AttachPieceParams[];
}

/** One piece in hand. */
export type AttachPieceParams = (
  | { readonly kind: 'file' | 'declaration'; readonly uri: string }
  /** What the clipboard held, in base 64, under the name that it gets. */
  | { readonly kind: 'bytes'; readonly name: string; readonly base64: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'execution'; readonly number: string }
) & { readonly slot?: AttachSlotParams };

/** Where it goes; without it, the ids in the name of a file say it. */
export interface AttachSlotParams {
  /** Id of a proof; that of a scenario or requirement means its only open proof. */
  readonly proof: string;
  readonly scenario?: string;
  readonly requirement?: string;
}

export type AttachPlanResult =
  | {
      readonly kind: 'planned';
      readonly attachments: readonly AttachmentView[];
      /** What a check would find of these pieces, in words. */
      readonly warnings: readonly {
        readonly severity: 'error' | 'warning' | 'info' | 'hint';
        readonly message: string;
      }[];
    }
  /** The user says where they go, then asks again. */
  | {
      readonly kind: 'unplaced';
      /** Pieces whose slot is known. */
      readonly placed: readonly { readonly piece: number; readonly slot: AttachSlotParams }[];
      readonly unplaced: readonly UnplacedView[];
    }
  | { readonly kind: 'refused'; readonly message: string };

export interface AttachmentView {
  /** Which of the pieces. */
  readonly piece: number;
  readonly slot: AttachSlotParams;
  /** What becomes of it, in words. */
  readonly sentence: string;
  /** Relative to the dossier's folder. */
  readonly path?: string;
  /** Whether a file is copied there. */
  readonly copied: boolean;
  /** The proof cites it already. */
  readonly alreadyCited: boolean;
}

export interface UnplacedView {
  readonly piece: number;
  readonly sentence: string;
  /** Where it may go; none when nothing says. */
  readonly slots: readonly AttachSlotParams[];
}
