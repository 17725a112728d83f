import type { IdRole } from '../intake/tracking-sheet';

/** Where an answer was read. */
export interface AnswerPlace {
  /** Absent for a pasted text. */
  readonly sheet?: string;
  /** 1-based. */
  readonly line: number;
}

/** One answer as it was read, before it is known what it is about. */
export interface SaidAnswer {
  readonly at: AnswerPlace;
  readonly subject: AnswerSubject;
  /** As written; undefined where there is none. */
  readonly verdict?: string;
  /** As written. */
  readonly on?: string;
  readonly comment?: string;
}

/** The narrowest thing that a line names. */
export type AnswerSubject =
  | {
      readonly role: IdRole;
      /** As it is written. */
      readonly id: string;
      /** What the line says it stands in. */
      readonly above: readonly { readonly role: IdRole; readonly id: string }[];
    }
  /** A chapter, where the line names nothing in it: its name, as written where it is none that is known. */
  | { readonly role: 'chapitre'; readonly id: string };

/** What is read of a text or a table. */
export interface ReadAnswers {
  readonly answers: readonly SaidAnswer[];
  readonly left: readonly LeftLine[];
  /** Roles for which several columns could stand: none of them was taken. */
  readonly unclear: readonly UnclearRole[];
}

/** A line that is about no id and follows no line that is, or that is struck out. */
export interface LeftLine {
  readonly at: AnswerPlace;
  readonly text: string;
  readonly isStruck?: true;
}

export interface UnclearRole {
  /** Absent for a pasted text. */
  readonly sheet?: string;
  readonly role: string;
  readonly headers: readonly string[];
}
