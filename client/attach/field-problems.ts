import type { AttachMessages } from './attach-messages';

interface Problem {
  readonly kind: 'error';
  readonly text: string;
}

/** What keeps a text from being the address of a piece. */
export function linkProblem(url: string, words: AttachMessages): Problem | undefined {
  const isAddress = /^https?:\/\/\S+$/i.test(url) && URL.canParse(url);
  return isAddress ? undefined : { kind: 'error', text: words.linkProblem };
}

/** What keeps a text from being a number of execution. */
export function executionProblem(number: string, words: AttachMessages): Problem | undefined {
  return /^(?=.{1,15}$)0*[1-9]\d*$/.test(number) ? undefined : { kind: 'error', text: words.executionProblem };
}
