import { closestIds } from '../catalogue/closest-ids';
import type { FindingData } from '../findings/finding';
import type { SentenceArguments } from '../messages/say';

/** Near names for a mistyped one, as messages and `didYouMean` fixes take them. */
export interface Suggestions {
  /** Key of the message that proposes the nearest, or of the one that has nothing to propose. */
  readonly message: string;
  readonly args: SentenceArguments;
  readonly more: { readonly data?: FindingData };
}

/**
 * @param message key of the message without proposal; the one with it ends in `Close` and takes `{closest}`
 * @param candidates names that may stand there
 */
export function suggest(message: string, written: string, candidates: Iterable<string>): Suggestions {
  return suggestNear(message, closestIds(written, candidates));
}

export function suggestNear(message: string, near: readonly string[]): Suggestions {
  const [closest] = near;
  if (closest === undefined) return { message, args: {}, more: {} };
  return { message: `${message}Close`, args: { closest }, more: { data: { candidates: near } } };
}
