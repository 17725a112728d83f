import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { mergeRequest } from '../../../protocol/requests/merge';
import { conflictSentence } from '../../core/merge/merge-words';
import { say, type Sentence } from '../../core/messages/say';
import { nameOf, normaliseUri } from '../../core/text/uri';
import { GitError } from '../../host/git/run-git';
import { finishMerge, type FinishedMerge } from '../../host/operations/finish-merge';
import { editOf } from '../edit-of';
import { editsBetween } from '../edits-between';
import type { Answer } from '../request-context';

const words = {
  ours: { fr: 'notre version', en: 'our version' },
  theirs: { fr: 'leur version', en: 'their version' },
  notThere: {
    fr: '{name} : git n’a pas deux versions de ce fichier à réunir. Choisissez à chaque conflit ce qui reste, puis enregistrez.',
    en: '{name}: git has no two versions of this file to unite. Choose at each conflict what stays, then save.',
  },
  removed: {
    fr: '{name} a été retiré d’un côté et modifié de l’autre : il n’y a rien à réunir, seulement à choisir.',
    en: '{name} was removed on one side and changed on the other: there is nothing to unite, only to choose.',
  },
  edited: {
    fr: '{name} : la ligne {line} a été écrite depuis la fusion. Rien n’a été changé ; gardez à chaque conflit ce qui doit rester.',
    en: '{name}: line {line} was written after the merge. Nothing was changed; keep at each conflict what has to stay.',
  },
  noText: {
    fr: '{name} n’est pas du texte qui se réunit ligne par ligne. Rien n’a été changé.',
    en: '{name} is no text that can be united line by line. Nothing was changed.',
  },
  noGit: { fr: 'Git n’est pas sur cette machine.', en: 'Git is not on this machine.' },
  gitRefused: { fr: 'Git a refusé : {detail}', en: 'Git refused: {detail}' },
} satisfies Record<string, Sentence>;

/** Nothing is written: the client does, as an edit that can be undone. */
export const answer: Answer<typeof mergeRequest> = async ({ uri: rawUri }, context, cancellation) => {
  const { locale, session } = context;
  context.checkTrust();
  const uri = normaliseUri(rawUri);
  const name = nameOf(uri);
  const refused = (sentence: Sentence, args = {}) =>
    ({ kind: 'refused', message: say(sentence, locale, { name, ...args }) }) as const;
  const before = session.workspace.texts.peek(uri)?.text;
  if (before === undefined || !uri.startsWith('file:')) return refused(words.notThere);
  const path = fileURLToPath(uri);
  let results: FinishedMerge[];
  try {
    const names = { ours: words.ours[locale], theirs: words.theirs[locale] };
    results = await finishMerge(dirname(path), path, names, cancellation, Buffer.from(before, 'utf8'));
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return refused(error.kind === 'missing' ? words.noGit : words.gitRefused, { detail: error.detail });
  }
  const [result] = results;
  if (!result) return refused(words.notThere);
  if (result.kind === 'edited') return refused(words.edited, { line: result.line });
  if (result.kind !== 'merged') return refused(words[result.kind]);
  const after = result.bytes.toString('utf8');
  return {
    kind: 'planned',
    ...editOf([{ uri, before, after }], editsBetween),
    conflicts: result.conflicts.map((conflict) => conflictSentence(conflict, locale)),
  };
};
