import type { SentenceArguments } from '../messages/say';
import type { OffsetRange } from '../text/offset-range';

/** Something wrong with the form of a manifest, found while it is read. The `manifeste/*` and `yaml/*` rules report it. */
export interface StructureProblem {
  readonly kind:
    | 'syntax'
    /** The file on disk is not UTF-8: its text is a guess. */
    | 'encoding'
    /** U+FFFD: an accented letter was lost when the text was read or saved. */
    | 'lostCharacter'
    | 'unknownKey'
    | 'wrongType'
    | 'missingKey'
    | 'duplicateKey'
    | 'badValue'
    | 'badFormat'
    | 'noneOf'
    | 'severalOf';
  readonly range: OffsetRange;
  readonly args: SentenceArguments;
  /** For an unknown key: the keys that may stand there. */
  readonly candidates?: readonly string[];
}
