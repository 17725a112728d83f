import { resolve } from 'node:path';
import type { runsheetRequest } from '../../../protocol/requests/runsheet';
import { runsheetNames } from '../../core/report/runsheet/runsheet-of';
import { runsheetSentences, unknownName } from '../../core/report/runsheet/runsheet-sentences';
import { writeRunsheet, runsheetFormatOf } from '../../host/operations/write-runsheet';
import { inWords, refusal } from '../refusals';
import type { Answer } from '../request-context';

/** What is handed out must not rest on what was known a while ago. */
export const answer: Answer<typeof runsheetRequest> = async (params, context, cancellation) => {
  const { uri, target, isLetter, by, person, chapter } = params;
  const { locale, session } = context;
  await session.lookAgain(cancellation);
  const analysis = await context.findDossier(uri, cancellation);
  if (!analysis) return null;
  context.checkTrust();
  const path = resolve(target);
  const format = runsheetFormatOf(path);
  if (!format) throw refusal(runsheetSentences.unknownFormat, locale, { path });
  const choice = {
    by,
    ...(person === undefined ? {} : { person }),
    ...(chapter === undefined ? {} : { chapter }),
  };
  const unknown = unknownName(choice, runsheetNames(analysis), locale);
  if (unknown) throw refusal(unknown.sentence, locale, unknown.args);
  const lost = await inWords(path, locale, () =>
    writeRunsheet({ analysis, choice, isLetter, format, locale, target: path, cancellation }),
  );
  return { path, lost };
};
