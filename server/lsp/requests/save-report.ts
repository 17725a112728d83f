import { spreadsheetCsv } from '../../core/report/csv';
import { resolve } from 'node:path';
import type { saveReportRequest } from '../../../protocol/requests/save-report';
import type { Sentence } from '../../core/messages/say';
import { formatOf, writeReport } from '../../host/operations/write-report';
import { parisNow } from '../../host/parcours/paris-now';
import { inWords, refusal } from '../refusals';
import type { Answer } from '../request-context';

const unknownFormat: Sentence = {
  fr: 'Le nom {path} ne dit pas le format du rapport. Terminez-le par .html, .xlsx, .csv ou .md.',
  en: 'Name {path} does not tell the format of the report. End it with .html, .xlsx, .csv or .md.',
};

/** What is kept must not rest on what was known a while ago either. */
export const answer: Answer<typeof saveReportRequest> = async ({ uri, target, forAns }, context, cancellation) => {
  const { locale, session } = context;
  await session.lookAgain(cancellation);
  const analysis = await context.findDossier(uri, cancellation);
  if (!analysis) return null;
  context.checkTrust();
  const path = resolve(target);
  const format = formatOf(path);
  if (!format) throw refusal(unknownFormat, locale, { path });
  // Whoever saves from the editor opens the file with a spreadsheet program, whose separator goes with the language.
  const csv = spreadsheetCsv(locale);
  const evidenceFile = context.evidenceFileOf(analysis);
  const now = parisNow();
  await inWords(path, locale, () =>
    writeReport({ analysis, evidenceFile, format, forAns, locale, now, csv, target: path, cancellation }),
  );
  return { path };
};
