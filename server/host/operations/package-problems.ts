import { say, type Locale, type Sentence } from '../../core/messages/say';
import { bagProblems } from '../../core/submission/bag-problems';
import type { ArchiveError } from '../archive/archive-error';
import { failureSentence } from './failure-sentence';
import type { VerifyOutcome } from './verify-package';

/** A problem in the user's language, with its stable code. */
export interface PackageProblem {
  readonly code: string;
  readonly message: string;
}

/** What is wrong with a package that was verified; empty when nothing is. */
export function packageProblems(outcome: VerifyOutcome, path: string, locale: Locale): PackageProblem[] {
  if (outcome.kind === 'refused') {
    return [{ code: outcome.error.code, message: refusal(outcome.error, path, locale) }];
  }
  return outcome.report.problems.map(({ code, args }) => ({ code, message: say(bagProblems[code], locale, args) }));
}

// The sentences of these codes elsewhere are for someone who makes a package.
const unsafeName: Sentence = {
  fr: 'L’archive contient un nom dangereux : « {entry} ». Rien n’a été lu.',
  en: 'The archive holds a dangerous name: “{entry}”. Nothing was read.',
};
const duplicateName: Sentence = {
  fr: 'L’archive contient deux fois « {entry} ».',
  en: 'The archive holds “{entry}” twice.',
};

function refusal(error: ArchiveError, path: string, locale: Locale): string {
  const args = { entry: error.entry ?? '' };
  if (error.code === 'unsafe-name') return say(unsafeName, locale, args);
  if (error.code === 'duplicate-name') return say(duplicateName, locale, args);
  return failureSentence(error, path, locale) ?? error.message;
}
