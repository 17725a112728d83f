import { resolve } from 'node:path';
import { answerLine, answerNoteLine, answersSummary } from '../../core/answers/answer-words';
import { answerCells, planAnswers } from '../../core/answers/plan-answers';
import { readAnswerChoices } from '../../core/answers/read-answer-choices';
import type { AnswerChoices } from '../../core/answers/read-answer-table';
import { notWrittenWords } from '../../core/cells/cell-words';
import { writeCells } from '../../core/cells/write-cells';
import { say } from '../../core/messages/say';
import { decodeBytes } from '../../host/files/decode-bytes';
import { readGuarded } from '../../host/files/guarded-file';
import { readAnswersFile } from '../../host/operations/answers';
import { sweepDossier } from '../../host/operations/sweep-temporaries';
import { writeEdits } from '../../host/operations/write-edits';
import { dateOption, readArguments, type ParsedArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { openOneDossier } from '../open-dossiers';
import { shownPath } from '../shown-path';
import type { CommandContext } from '../terminal';
import { answersUsage } from '../usage/all-commands';
import { answersMessages as words } from './answers-messages';

/** `answers FILE [--le DATE] [--toutes-les-preuves] [--correspondance F] [--feuille S] [--appliquer] [--dossier PATH]` */
export async function answers(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, answersUsage, locale);
  const path = given.path(0);
  const on = dateOption(given.string('le'), locale);
  const choices = await choicesOf(given, context);
  const said = await attempt(path, context, () => readAnswersFile(resolve(terminal.cwd, path), terminal.cancellation));
  const dossier = given.string('dossier');
  const { analysis } = await openOneDossier(
    { paths: dossier === undefined ? [] : [dossier], withoutEvidence: true, orAbove: true },
    context,
  );
  const plan = planAnswers({
    dossier: analysis.dossier,
    said,
    choices,
    spreads: given.flag('toutes-les-preuves'),
    ...(on === undefined ? {} : { on }),
  });
  const mapping = given.string('correspondance');
  const missing = plan.notes.filter(({ kind }) => kind === 'noColumn');
  if (mapping !== undefined && missing.length > 0) {
    const faults = missing.map((note) =>
      context.say(words.mapping, { path: mapping, fault: answerNoteLine(note, locale) }),
    );
    throw new CliError(exitCodes.usage, faults.join('\n'));
  }
  for (const answer of plan.answers) terminal.out(`${answerLine(answer, locale)}\n`);
  for (const note of plan.notes) terminal.err(`${answerNoteLine(note, locale)}\n`);
  terminal.out(`${answersSummary(plan, locale)}\n`);
  const end = plan.notes.length === 0 ? exitCodes.ok : exitCodes.findings;
  if (!given.flag('appliquer')) {
    if (plan.answers.length > 0) terminal.err(`${context.say(words.nothingWritten)}\n`);
    return end;
  }
  await sweepDossier(analysis.dossier);
  const outcome = writeCells(analysis, answerCells(plan), locale);
  if (outcome.kind !== 'planned') throw new CliError(exitCodes.usage, notWrittenWords(outcome, locale));
  const about = shownPath(outcome.files[0]?.uri ?? analysis.dossier.main.uri, terminal.cwd);
  await attempt(about, context, () => writeEdits(outcome.files, terminal.cancellation));
  terminal.out(`${context.say(words.written, { count: plan.answers.length })}\n`);
  return end;
}

/** @throws CliError (usage) for a mapping that says nothing in some place */
async function choicesOf(
  given: ParsedArguments<typeof answersUsage.options>,
  context: CommandContext,
): Promise<AnswerChoices> {
  const path = given.string('correspondance');
  const sheet = given.string('feuille');
  const own = sheet === undefined ? {} : { sheet };
  if (path === undefined) return own;
  const { bytes } = await attempt(path, context, () =>
    readGuarded(resolve(context.terminal.cwd, path), { mostBytes: 2 ** 20 }),
  );
  const { choices, problems } = readAnswerChoices(decodeBytes(bytes).text);
  if (problems.length > 0) {
    const faults = problems.map(({ sentence, args }) =>
      context.say(words.mapping, { path, fault: say(sentence, context.locale, args) }),
    );
    throw new CliError(exitCodes.usage, faults.join('\n'));
  }
  return { ...choices, ...own };
}
