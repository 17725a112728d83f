import { extname, resolve } from 'node:path';
import type { saveComparisonRequest } from '../../../protocol/requests/save-comparison';
import type { Sentence } from '../../core/messages/say';
import { comparisonMarkdown, comparisonPage } from '../../core/submission/comparison-text';
import { writeText } from '../../host/operations/write-text';
import { comparedStates } from '../compared-states';
import { inWords, refusal } from '../refusals';
import type { Answer } from '../request-context';

const unknownFormat: Sentence = {
  fr: 'Le nom {path} ne dit pas le format. Terminez-le par .html ou .md.',
  en: 'Name {path} does not tell the format. End it with .html or .md.',
};

export const answer: Answer<typeof saveComparisonRequest> = async (params, context, cancellation) => {
  const { locale } = context;
  context.checkTrust();
  const path = resolve(params.target);
  const write = { '.html': comparisonPage, '.md': comparisonMarkdown }[extname(path).toLowerCase()];
  if (!write) throw refusal(unknownFormat, locale, { path });
  const { names, comparison } = await comparedStates(params, context, cancellation);
  await inWords(path, locale, () => writeText(path, write(comparison, names, locale)));
  return { path };
};
