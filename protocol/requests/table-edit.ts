import { requestKind } from '../request';
import type { AttachEdit } from './attach';
import type { AttachSlotParams } from './attach-plan';

/**
 * What the manifests become when cells are written. Nothing is written: the client applies the answer as one edit that can be
 * undone. All cells are written or none.
 */
export const tableEditRequest = requestKind<TableEditParams, TableEditResult>('segur/modifierTableau');

export interface TableEditParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
  readonly cells: readonly TableCell[];
}

/** One cell and what it becomes; an empty value takes the key away. */
export type TableCell =
  | {
      readonly kind: 'piece';
      readonly slot: AttachSlotParams;
      /** Which piece of the proof, 0-based. */
      readonly piece: number;
      readonly field: 'date' | 'version' | 'commentaire' | 'note_interne';
      readonly value: string;
    }
  /** The review of a piece; all empty takes it away. */
  | {
      readonly kind: 'review';
      readonly slot: AttachSlotParams;
      readonly piece: number;
      readonly par: string;
      readonly le: string;
      readonly avis: string;
    }
  /** `suivi` of a proof, or of the scenario or requirement itself (`level`). */
  | {
      readonly kind: 'follow';
      readonly slot: AttachSlotParams;
      readonly level: 'proof' | 'scenario' | 'requirement';
      readonly field: 'responsable' | 'pour_le' | 'travail';
      readonly value: string;
    }
  /** Takes the citation away; the file stays. */
  | { readonly kind: 'removePiece'; readonly slot: AttachSlotParams; readonly piece: number }
  /** The steps of a scenario that are done, numbered from 1. */
  | { readonly kind: 'steps'; readonly slot: AttachSlotParams; readonly done: readonly number[] }
  /** `commentaire` or `note_interne` and the like of a requirement or scenario where the format has one. */
  | {
      readonly kind: 'entry';
      readonly slot: AttachSlotParams;
      readonly level: 'scenario' | 'requirement';
      readonly field: string;
      readonly value: string;
    };

export type TableEditResult =
  | {
      readonly kind: 'planned';
      /** As a WorkspaceEdit of LSP. */
      readonly edit: { readonly changes: Readonly<Record<string, readonly AttachEdit[]>> };
      /** The texts that the edit is for, by URI. */
      readonly before: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'refused';
      readonly message: string;
      /** Which cells cannot be written, by their place in the request, and why, in words. */
      readonly cells: readonly { readonly cell: number; readonly message: string }[];
    };
