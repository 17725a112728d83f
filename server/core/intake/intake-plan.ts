import type { PieceSaid } from '../attach/piece';
import type { Slot } from '../attach/slots';
import type { FollowField, FollowTarget } from './follow-ups';
import type { IntakeNote, RowPlace } from './intake-notes';
import type { FoundFile } from './sheet-files';
import type { TrackingBook } from './tracking-sheet';

export type IntakeSource =
  | { readonly kind: 'file'; readonly file: FoundFile; readonly by: 'cell' | 'name' }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'execution'; readonly number: string };

/** A piece that a row brings to a slot. */
export interface IntakePiece {
  readonly at: RowPlace;
  readonly slot: Slot;
  readonly source: IntakeSource;
  readonly said: PieceSaid;
}

/** A cell of `suivi` that a row fills. */
export interface IntakeFollow {
  readonly at: RowPlace;
  readonly target: FollowTarget;
  readonly field: FollowField;
  readonly value: string;
}

export interface IntakePlan {
  readonly book: TrackingBook;
  readonly pieces: readonly IntakePiece[];
  readonly follows: readonly IntakeFollow[];
  /** What does not come in, and what differs from what is there. */
  readonly notes: readonly IntakeNote[];
  /** Rows that name something of the dossier. */
  readonly rows: number;
  /** Pieces that the dossier cites already. */
  readonly already: number;
  /** Files of the folders that no row leads to. */
  readonly unused: readonly FoundFile[];
}

/** How the user knows a piece. */
export function labelOf(source: IntakeSource): string {
  if (source.kind === 'file') return source.file.inside;
  return source.kind === 'link' ? source.url : source.number;
}
