import type { SentenceArguments } from '../messages/say';
import type { OffsetRange } from '../text/offset-range';
import type { Severity } from './severity';

/** Something a rule has to say about a place of a manifest. Plain data; the words are in the rule's messages. */
export interface Finding {
  /** Id of the rule, such as `preuve/fichier-introuvable`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Key of one of the rule's messages. */
  readonly message: string;
  readonly args: SentenceArguments;
  readonly uri: string;
  /** Absolute offsets in that file. */
  readonly range: OffsetRange;
  /** What it does to the status of what it is about. */
  readonly effect?: Effect;
  /** Filing what it is about settles it: a package that answers ANS does not wait for it. */
  readonly settledByFiling?: true;
  readonly target?: Target;
  /** What the rule's fixes need besides the place. Plain data. */
  readonly data?: FindingData;
  readonly related?: readonly Related[];
}

/** `incomplete`: the proof can not be counted as provided. `review`: it was right, someone must look again. */
export type Effect = 'incomplete' | 'review';

/** What a finding is about, in the catalogue's ids where they resolve. */
export interface Target {
  readonly requirement?: string;
  /** Where it is about several of them alike. */
  readonly requirements?: readonly string[];
  readonly scenario?: string;
  readonly proof?: string;
  /** Evidence path. */
  readonly path?: string;
}

export type FindingData = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Another place that the reader should see. */
export interface Related {
  readonly uri: string;
  readonly range: OffsetRange;
  /** Key of one of the rule's messages. */
  readonly message: string;
  readonly args: SentenceArguments;
}
