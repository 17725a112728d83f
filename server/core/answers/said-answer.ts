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
  /** Ids as they are written, the narrowest kind that the line names. */
  readonly subject: AnswerSubject;
  /** As written; undefined where there is none. */
  readonly verdict?: string;
  /** As written. */
  readonly on?: string;
  readonly comment?: string;
}

export interface AnswerSubject {
  readonly proof?: string;
  readonly scenario?: string;
  readonly requirement?: string;
  /** Name of the chapter, where the line names nothing in it; as written where it is none that is known. */
  readonly chapter?: string;
}

/** What is read of a text or a table. */
export interface ReadAnswers {
  readonly answers: readonly SaidAnswer[];
  /** Lines that are about no id and follow no line that is. */
  readonly left: readonly { readonly at: AnswerPlace; readonly text: string }[];
  /** Roles for which several columns could stand: none of them was taken. */
  readonly unclear: readonly { readonly sheet: string; readonly role: string; readonly headers: readonly string[] }[];
}
