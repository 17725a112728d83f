import { fileURLToPath } from 'node:url';
import type { eligibilityRequest } from '../../../protocol/requests/eligibility';
import { eligibilitySheet, sheetNotices, sheetTitle } from '../../core/eligibility/eligibility-sheet';
import { readForm } from '../../core/eligibility/read-form';
import { say } from '../../core/messages/say';
import { decodeBytes } from '../../host/files/decode-bytes';
import { readGuarded } from '../../host/files/guarded-file';
import { inWords, noDossier, refusal, refusedAs } from '../refusals';
import type { Answer } from '../request-context';

const mostBytes = 2 ** 20;

/** Only names and values that the manifest holds: no piece is opened for it. */
export const answer: Answer<typeof eligibilityRequest> = async ({ uri, fields }, context, cancellation) => {
  const { locale } = context;
  const analysis = await context.dossierOf(uri, cancellation);
  if (!analysis) throw refusal(noDossier, locale, { uri });
  const path = fields === undefined ? undefined : fileURLToPath(fields);
  const read =
    path === undefined
      ? undefined
      : await inWords(path, locale, async () =>
          readForm(decodeBytes((await readGuarded(path, { mostBytes })).bytes).text),
        );
  const [problem] = read?.problems ?? [];
  if (problem) throw refusedAs(say(problem.sentence, locale, problem.args));
  const sheet = eligibilitySheet(analysis.dossier, read?.form);
  return {
    title: sheetTitle(sheet, locale),
    rows: sheet.rows.map(({ field, value }) => ({
      label: field.label[locale],
      value,
      isRequired: field.required,
      ...(field.hint ? { hint: field.hint[locale] } : {}),
    })),
    notices: sheetNotices(sheet, locale),
  };
};
