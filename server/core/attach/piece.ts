import type { EvidenceContent } from '../evidence/evidence-file';

/** What someone has in hand and wants to attach to a proof. */
export type Piece =
  | FilePiece
  /** A permanent link, such as that of a Gazelle report. */
  | ({ readonly kind: 'link'; readonly url: string } & PieceWishes)
  /** A number of execution of the MSSanté test tool, as it is written: digits. */
  | ({ readonly kind: 'execution'; readonly number: string } & PieceWishes);

/** A file; also what the clipboard held, under the name that was given to it. */
export interface FilePiece extends PieceWishes {
  readonly kind: 'file' | 'declaration';
  /** Name with its extension, as it is known to its owner. */
  readonly name: string;
  /** Path relative to the dossier's folder, where the file lies in it: then it stays where it is. */
  readonly inside?: string;
  /** What was read of it. */
  readonly content: EvidenceContent;
  /** Day on which it was last written, `YYYY-MM-DD`, Europe/Paris; absent when it is not known. */
  readonly modified?: string;
}

/** What whoever attaches a piece says of it. */
export interface PieceWishes {
  readonly wanted?: WantedSlot;
  readonly said?: PieceSaid;
}

/** What is known of a piece from elsewhere, such as a tracking sheet or a test run: it wins over what the file tells. */
export interface PieceSaid {
  /** It was recorded elsewhere, and nobody noted on which version: that of this dossier would be a guess. */
  readonly isVersionUnknown?: true;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly version?: string;
  /** For the examiner. */
  readonly comment?: string;
  /** Never leaves. */
  readonly note?: string;
}

/** Where a piece should go, as far as it was said; without it, the ids in the name of the file say it. */
export interface WantedSlot {
  /** Id of a proof; that of a scenario or requirement means its only open proof. */
  readonly proof: string;
  /** Where several scenarios have a proof of that id. */
  readonly scenario?: string;
  readonly requirement?: string;
}
