/** Which proof, scenario or requirement a cell is about, by the catalogue's ids; as they are written where it has none. */
export interface CellSlot {
  readonly proof: string;
  readonly scenario?: string;
  /** Absent under a core-business scenario. */
  readonly requirement?: string;
}

/** One value of a dossier, as a table or a form shows it, and what it becomes; an empty value takes the key away. */
export type Cell =
  | {
      readonly kind: 'piece';
      readonly slot: CellSlot;
      /** Which piece of the proof, 0-based, before any cell is written. */
      readonly piece: number;
      readonly field: 'date' | 'version' | 'commentaire' | 'note_interne';
      readonly value: string;
    }
  /** The review of a piece; all empty takes it away. */
  | {
      readonly kind: 'review';
      readonly slot: CellSlot;
      readonly piece: number;
      readonly par: string;
      readonly le: string;
      readonly avis: string;
    }
  /** `suivi` of a proof, or of the scenario or requirement above it. */
  | {
      readonly kind: 'follow';
      readonly slot: CellSlot;
      readonly level: 'proof' | 'scenario' | 'requirement';
      readonly field: 'responsable' | 'pour_le' | 'travail';
      readonly value: string;
    }
  /** Takes the citation away; the file stays. */
  | { readonly kind: 'removePiece'; readonly slot: CellSlot; readonly piece: number }
  /** The steps of a scenario that are done, numbered from 1. */
  | { readonly kind: 'steps'; readonly slot: CellSlot; readonly done: readonly number[] }
  /** What ANS said of a proof, after what it said before: an item more of `instruction`. */
  | {
      readonly kind: 'opinion';
      readonly slot: CellSlot;
      readonly le: string;
      readonly avis: string;
      readonly commentaire: string;
    }
  /** A text of a requirement or scenario itself: `commentaire`, `note_interne`, `non_applicable.justification`… */
  | {
      readonly kind: 'entry';
      readonly slot: CellSlot;
      readonly level: 'scenario' | 'requirement';
      /** A key of the format, dotted where it stands under another. */
      readonly field: string;
      readonly value: string;
    };

/** What ANS said of a chapter as a whole: an item more of its `historique`, and its `statut` where nothing later is noted. */
export interface ChapterOpinion {
  readonly kind: 'chapterOpinion';
  /** Its name, as the manifest or the catalogue writes it. */
  readonly chapter: string;
  /** `YYYY-MM-DD` */
  readonly le: string;
  readonly avis: string;
  readonly commentaire: string;
}
