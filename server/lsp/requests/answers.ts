import { fileURLToPath } from 'node:url';
import type { AnswersParams, answersRequest, AnswersResult } from '../../../protocol/requests/answers';
import { answerLine, answerNoteLine, answersSummary } from '../../core/answers/answer-words';
import { answerCells, planAnswers, type AnswersInput, type AnswersPlan } from '../../core/answers/plan-answers';
import { notWrittenWords } from '../../core/cells/cell-words';
import { writeCells } from '../../core/cells/write-cells';
import { say, type Locale } from '../../core/messages/say';
import type { Cancellation } from '../../core/ports/cancellation';
import { readAnswersFile } from '../../host/operations/answers';
import { editOf } from '../edit-of';
import { editsBetween } from '../edits-between';
import { inWords, noDossier } from '../refusals';
import type { Answer } from '../request-context';

/** Nothing is written: the client does, as an edit that can be undone. */
export const answer: Answer<typeof answersRequest> = async (params, context, cancellation) => {
  const { locale } = context;
  context.checkTrust();
  const analysis = await context.dossierOf(params.uri, cancellation);
  if (!analysis) return { kind: 'refused', message: say(noDossier, locale, { uri: params.uri }) };
  const { on, spreads = false } = params;
  const said = await saidOf(params, locale, cancellation);
  const plan = planAnswers({ dossier: analysis.dossier, said, spreads, ...(on === undefined ? {} : { on }) });
  const shown = shownPlan(plan, locale);
  if (!params.write) return shown;
  const outcome = writeCells(analysis, answerCells(plan), locale);
  if (outcome.kind !== 'planned') return { kind: 'refused', message: notWrittenWords(outcome, locale) };
  return { ...shown, written: { ...editOf(outcome.files, editsBetween), copies: [], warnings: [] } };
};

async function saidOf(
  { said }: AnswersParams,
  locale: Locale,
  cancellation: Cancellation,
): Promise<AnswersInput['said']> {
  if (said.kind === 'text') return said;
  const path = fileURLToPath(said.file);
  return await inWords(path, locale, () => readAnswersFile(path, cancellation));
}

function shownPlan(plan: AnswersPlan, locale: Locale): Extract<AnswersResult, { readonly kind: 'read' }> {
  return {
    kind: 'read',
    lines: plan.answers.map((one) => answerLine(one, locale)),
    notes: plan.notes.map((note) => answerNoteLine(note, locale)),
    summary: answersSummary(plan, locale),
    couldSpread: plan.notes.some(({ kind }) => kind === 'severalProofs'),
  };
}
