import { dirname, resolve } from 'node:path';
import { notAttachedWords, warningSentences } from '../../core/attach/attach-words';
import { notWrittenWords } from '../../core/cells/cell-words';
import type { Analysis } from '../../core/engine/analyse';
import { columnLines, followLine, intakeSummary, pieceLine, placedNote } from '../../core/intake/intake-words';
import { labelOf, type IntakePlan } from '../../core/intake/intake-plan';
import type { IntakeChoices } from '../../core/intake/plan-intake';
import { readChoices } from '../../core/intake/read-choices';
import { say } from '../../core/messages/say';
import { decodeBytes } from '../../host/files/decode-bytes';
import { readGuarded } from '../../host/files/guarded-file';
import { applyAttach } from '../../host/operations/attach';
import { readIntake, readSheet, withPreparedIntake } from '../../host/operations/intake';
import { sweepDossier } from '../../host/operations/sweep-temporaries';
import { readArguments, type ParsedArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { openOneDossier } from '../open-dossiers';
import { shownPath } from '../shown-path';
import type { CommandContext } from '../terminal';
import { intakeUsage } from '../usage/intake-usage';
import { intakeMessages as words } from './intake-messages';
import { mergeReport } from './merge-report';

type Given = ParsedArguments<typeof intakeUsage.options>;

/** Files without a row that are named: enough to see which folder was meant. */
const mostUnused = 20;

/**
 * `intake SUIVI.xlsx [--pieces DIR]… [--correspondance FILE.yaml] [--feuille NOM] [--appliquer] [--dossier PATH]`, and for a
 * report of ours `[--conflits ours|theirs] [--autre-dossier]`
 */
export async function intake(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal } = context;
  const given = readArguments(args, intakeUsage, context.locale);
  const file = given.path(0);
  const sheet = resolve(terminal.cwd, file);
  const choices = await choicesOf(given, context);
  const side = given.choice('conflits');
  const found = await attempt(file, context, () => readSheet(sheet, terminal.cancellation));
  if (found.kind === 'unusable') throw new CliError(exitCodes.usage, `${file} : ${context.say(found.reason)}`);
  if (found.kind === 'tracking' && (side !== undefined || given.flag('autre-dossier')))
    throw new CliError(exitCodes.usage, context.say(words.onlyReport, { path: file }));
  if (found.kind === 'report' && (given.string('correspondance') ?? given.string('feuille')) !== undefined)
    throw new CliError(exitCodes.usage, context.say(words.noMapping, { path: file }));
  const open = { paths: [given.string('dossier') ?? '.'] };
  const { analysis } = await openOneDossier(open, context);
  if (found.kind === 'report') {
    const wishes = {
      path: file,
      isOtherTaken: given.flag('autre-dossier'),
      isWritten: given.flag('appliquer'),
      ...(side === undefined ? {} : { side }),
    };
    return await mergeReport(analysis, found, wishes, context);
  }
  const named = given.strings('pieces').map((one) => resolve(terminal.cwd, one));
  const folders = named.length > 0 ? named : [dirname(sheet)];
  const { cancellation } = terminal;
  const plan = await attempt(file, context, () =>
    readIntake(found.workbook, { analysis, sheet, folders, choices, cancellation }),
  );
  const mapping = given.string('correspondance');
  if (mapping !== undefined) refuseMissing(plan, mapping, context);
  tellColumns(plan, file, context);
  const isWhole = plan.notes.length === 0;
  if (!given.flag('appliquer')) {
    show(plan, context);
    terminal.err(`${context.say(words.preview)}\n`);
    return isWhole ? exitCodes.ok : exitCodes.findings;
  }
  const { hasErrors, isNoted } = await carryOut(plan, analysis, context);
  tellNotes(plan, context);
  const follows = isNoted ? plan.follows.length : 0;
  terminal.out(`${context.say(words.done, { pieces: plan.pieces.length, follows })}\n`);
  return isWhole && !hasErrors && isNoted ? exitCodes.ok : exitCodes.findings;
}

/** @throws CliError (usage) for a mapping that says nothing in some place: a slip there would put pieces elsewhere */
async function choicesOf(given: Given, context: CommandContext): Promise<IntakeChoices> {
  const path = given.string('correspondance');
  const sheet = given.string('feuille');
  const own = sheet === undefined ? {} : { sheet };
  if (path === undefined) return own;
  const { bytes } = await attempt(path, context, () =>
    readGuarded(resolve(context.terminal.cwd, path), { mostBytes: 2 ** 20 }),
  );
  const { choices, problems } = readChoices(decodeBytes(bytes).text);
  if (problems.length > 0) {
    const faults = problems.map(({ sentence, args }) =>
      context.say(words.mapping, { path, fault: say(sentence, context.locale, args) }),
    );
    throw new CliError(exitCodes.usage, faults.join('\n'));
  }
  return { ...choices, ...own };
}

/** @throws CliError (usage) for a column that the mapping names and no sheet has: another would be taken for it */
function refuseMissing(plan: IntakePlan, path: string, context: CommandContext): void {
  const faults = plan.book.notFound.map(({ header, near }) => {
    const headers = near.map((one) => context.say(words.header, { header: one })).join(', ');
    const meant = headers === '' ? '' : context.say(words.near, { headers });
    return context.say(words.mapping, { path, fault: context.say(words.notFound, { header }) + meant });
  });
  if (faults.length > 0) throw new CliError(exitCodes.usage, faults.join('\n'));
}

/** What the sheets were read as. @throws CliError (usage) when none was read */
function tellColumns(plan: IntakePlan, path: string, context: CommandContext): void {
  const { terminal, locale } = context;
  const tell = (line: string): void => {
    terminal.err(`${line}\n`);
  };
  for (const sheet of plan.book.hidden) tell(context.say(words.hidden, { sheet }));
  if (plan.book.sheets.length === 0) throw new CliError(exitCodes.usage, context.say(words.noSheet, { path }));
  for (const { sheet, lines } of columnLines(plan, locale)) {
    tell(context.say(words.sheet, { sheet }));
    for (const line of lines) tell(`  ${line}`);
  }
}

function show(plan: IntakePlan, context: CommandContext): void {
  const { terminal, locale } = context;
  for (const piece of plan.pieces) terminal.out(`${pieceLine(piece, locale)}\n`);
  for (const follow of plan.follows) terminal.out(`${followLine(follow, locale)}\n`);
  tellNotes(plan, context);
  terminal.out(`${intakeSummary(plan, locale)}
`);
}

function tellNotes({ notes, unused }: IntakePlan, context: CommandContext): void {
  const { terminal, locale } = context;
  if (notes.length > 0) terminal.err(`${context.say(words.notes, { count: notes.length })}\n`);
  for (const note of notes) terminal.err(`  ${placedNote(note, locale)}\n`);
  if (unused.length === 0) return;
  terminal.err(`${context.say(words.unused, { count: unused.length })}\n`);
  for (const { inside } of unused.slice(0, mostUnused)) terminal.err(`  ${inside}\n`);
  if (unused.length > mostUnused) terminal.err(`  ${context.say(words.more, { count: unused.length - mostUnused })}\n`);
}

interface Done {
  /** What is attached has errors. */
  readonly hasErrors: boolean;
  /** The follow-up was written, too. */
  readonly isNoted: boolean;
}

async function carryOut(plan: IntakePlan, analysis: Analysis, context: CommandContext): Promise<Done> {
  const { locale, terminal } = context;
  const { cancellation } = terminal;
  const nameOf = (piece: number): string => {
    const one = plan.pieces[piece];
    return one ? labelOf(one.source) : '';
  };
  await sweepDossier(analysis.dossier);
  const about = plan.pieces.length > 0 ? nameOf(0) : shownPath(analysis.dossier.main.uri, terminal.cwd);
  return await attempt(about, context, () =>
    withPreparedIntake(plan, { analysis, locale, cancellation }, async ({ attach, refused }) => {
      if (attach.kind !== 'prepared') {
        const fileOf = (uri: string) => shownPath(uri, terminal.cwd);
        throw new CliError(exitCodes.usage, notAttachedWords(attach, nameOf, fileOf, locale));
      }
      await applyAttach(attach, cancellation);
      for (const piece of plan.pieces) terminal.out(`${pieceLine(piece, locale)}\n`);
      if (!refused) for (const follow of plan.follows) terminal.out(`${followLine(follow, locale)}\n`);
      for (const warning of warningSentences(attach.plan, locale)) terminal.err(`  ${warning}\n`);
      if (refused) terminal.err(`${context.say(words.followRefused, { fault: notWrittenWords(refused, locale) })}\n`);
      const hasErrors = attach.plan.warnings.some(({ severity }) => severity === 'error');
      return { hasErrors, isNoted: !refused };
    }),
  );
}
