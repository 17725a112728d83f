import type { Finding } from '../../findings/finding';
import { say, type Sentence, type SentenceArguments } from '../../messages/say';
import type { OffsetRange } from '../../text/offset-range';

/**
 * The rows of the gate's table (docs/depot.md). These names stand in JSON outputs and never change.
 * - `scope`: there is no catalogue, or no such chapter · `finding`: a finding at error level · `status`: a proof to
 *   provide, incomplete or to review · `identity`: vendor or software · `nothingToProve` · `setAside`: declared not
 *   applicable without what justifies it · `declarationForDemonstration` · `unsignedDraft`: a statement as this tool
 *   writes it, not signed · `approval`: a CNDA approval is absent or too early.
 */
export const blockerKinds = [
  'scope',
  'finding',
  'status',
  'identity',
  'nothingToProve',
  'setAside',
  'declarationForDemonstration',
  'unsignedDraft',
  'approval',
] as const;
export type BlockerKind = (typeof blockerKinds)[number];

/** Where to mend it. */
export interface Place {
  readonly uri: string;
  /** Absolute. */
  readonly range: OffsetRange;
}

/** Something that keeps a final package from being made. */
export interface Blocker extends Place {
  readonly kind: BlockerKind;
  /** A finding, whose rule has the words; or the words. */
  readonly reason: { readonly finding: Finding } | { readonly message: Sentence };
  /** Id of the requirement, scenario or proof that it is about, if it is about one. */
  readonly about?: string;
}

/** Values for both languages; `Fr` and `En` at the end of a name choose. */
export function bothSay(sentence: Sentence, args: SentenceArguments): Sentence {
  return { fr: say(sentence, 'fr', args), en: say(sentence, 'en', args) };
}
