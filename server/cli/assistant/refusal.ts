import type { Sentence, SentenceArguments } from '../../core/messages/say';
import type { Quoted } from './quoted';

/** Why a tool does not answer. */
export type RefusalKind =
  /** The arguments are not what the tool takes. */
  | 'arguments'
  /** No such requirement, scenario, proof, dispositif or piece: nothing is made up in its place. */
  | 'unknown'
  /** Several entries answer to that name. */
  | 'ambiguous'
  /** Out of the folders that were given at the start. */
  | 'outside'
  /** A file or a folder is not there, or is not read. */
  | 'file'
  /** The state of the dossier does not allow it. */
  | 'impossible';

/** Ends a call with a sentence, and ids that the caller may have meant. They are suggestions: none of them is answered for. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly kind: RefusalKind,
    /** In words of the tool: what was asked is quoted apart. */
    readonly sentence: Sentence,
    readonly more: {
      readonly args?: SentenceArguments;
      /** What was asked for. */
      readonly asked?: Quoted;
      readonly suggestions?: readonly Quoted[];
      /** What the engine says, with what it quotes of files. */
      readonly detail?: Quoted;
    } = {},
  ) {
    super(sentence.en);
  }
}
