import type { Sentence, SentenceArguments } from '../messages/say';
import type { OffsetRange } from '../text/offset-range';

/** An edit of one file, as data: the editor and `check --fix` apply the same. */
export interface Fix {
  readonly title: Sentence;
  readonly args?: SentenceArguments;
  readonly edits: readonly TextChange[];
  /** The fix most users want. */
  readonly preferred?: boolean;
  /** May be applied without looking (`check --fix`, fix all): it loses nothing and decides nothing for the user. */
  readonly safe?: boolean;
}

export interface TextChange {
  readonly uri: string;
  /** Absolute offsets in the present text of that file. */
  readonly range: OffsetRange;
  readonly text: string;
}
