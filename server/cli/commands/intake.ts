import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unwritableSentence, unplacedSentence, warningSentences } from '../../core/attach/attach-words';
import { slotIds } from '../../core/attach/slots';
import { writeCells } from '../../core/cells/write-cells';
import type { Analysis } from '../../core/engine/analyse';
import { columnLines, followLine, noteLine, pieceLine, placeWords } from '../../core/intake/intake-words';
import { labelOf, type IntakeChoices, type IntakePlan } from '../../core/intake/plan-intake';
import { readChoices } from '../../core/intake/read-choices';
import { say } from '../../core/messages/say';
import { decodeBytes } from '../../host/files/decode-bytes';
import { readGuarded } from '../../host/files/guarded-file';
import { applyAttach, withPreparedAttach } from '../../host/operations/attach';
import { readIntake, sourcesOf } from '../../host/operations/intake';
import { assertUnchanged } from '../../host/operations/rewrite-text';
import { writeText } from '../../host/operations/write-text';
import { readArguments, type ParsedArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { openOneDossier } from '../open-dossiers';
import { shownPath } from '../shown-path';
import type { CommandContext } from '../terminal';
import { intakeUsage } from '../usage/intake-usage';
import { intakeMessages as words } from './intake-messages';

type Given = ParsedArguments<typeof intakeUsage.options>;

/** Files without a row that are named: enough to see which folder was meant. */
const mostUnused = 20;

/** `intake SUIVI.xlsx [--pieces DIR]… [--correspondance FILE.yaml] [--feuille NOM] [--appliquer] [--dossier PATH]` */
export async function intake(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal } = context;
  const given = readArguments(args, intakeUsage, context.locale);
  const file = given.path(0);
  const sheet = resolve(terminal.cwd, file);
  const choices = await choicesOf(given, context);
  const open = { paths: [given.string('dossier') ?? '.'] };
  const { analysis } = await openOneDossier(open, context);
  const named = given.strings('pieces').map((one) => resolve(terminal.cwd, one));
  const folders = named.length > 0 ? named : [dirname(sheet)];
  const { cancellation } = terminal;
  const plan = await attempt(file, context, () => readIntake({ analysis, sheet, folders, choices, cancellation }));
  tellColumns(plan, file, context);
  const isWhole = plan.notes.length === 0;
  if (!given.flag('appliquer')) {
    show(plan, context);
    terminal.err(`${context.say(words.preview)}\n`);
    return isWhole ? exitCodes.ok : exitCodes.findings;
  }
  const hasErrors = await attachAll(plan, analysis, context);
  const noted = plan.follows.length > 0 ? await followAll(plan, open, context) : 0;
  tellNotes(plan, context);
  terminal.out(`${context.say(words.done, { pieces: plan.pieces.length, follows: noted })}\n`);
  return isWhole && !hasErrors && noted === plan.follows.length ? exitCodes.ok : exitCodes.findings;
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

/** What the sheets were read as. @throws CliError (usage) when none was read */
function tellColumns(plan: IntakePlan, path: string, context: CommandContext): void {
  const { terminal, locale } = context;
  const tell = (line: string): void => { terminal.err(`${line}\n`); };
  for (const { header, near } of plan.book.notFound) {
    const meant =
      near.length > 0 ? context.say(words.near, { headers: near.map((one) => `« ${one} »`).join(', ') }) : '';
    tell(context.say(words.notFound, { header }) + meant);
  }
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
  const { rows, pieces, follows, already } = plan;
  terminal.out(`${context.say(words.summary, { rows, pieces: pieces.length, follows: follows.length, already })}\n`);
}

function tellNotes({ notes, unused }: IntakePlan, context: CommandContext): void {
  const { terminal, locale } = context;
  if (notes.length > 0) terminal.err(`${context.say(words.notes, { count: notes.length })}\n`);
  for (const note of notes) terminal.err(`  ${placeWords(note.at, locale)} : ${noteLine(note, locale)}\n`);
  if (unused.length === 0) return;
  terminal.err(`${context.say(words.unused, { count: unused.length })}\n`);
  for (const { inside } of unused.slice(0, mostUnused)) terminal.err(`  ${inside}\n`);
  if (unused.length > mostUnused) terminal.err(`  ${context.say(words.more, { count: unused.length - mostUnused })}\n`);
}

/** @returns whether what is attached has errors */
async function attachAll(plan: IntakePlan, analysis: Analysis, context: CommandContext): Promise<boolean> {
  const { locale } = context;
  const { cancellation } = context.terminal;
  const nameOf = (piece: number): string => {
    const one = plan.pieces[piece];
    return one ? labelOf(one.source) : '';
  };
  if (plan.pieces.length === 0) return false;
  return await attempt(nameOf(0), context, () =>
    withPreparedAttach({ analysis, sources: sourcesOf(plan), locale, cancellation }, async (outcome) => {
      if (outcome.kind === 'unplaced') {
        const lines = outcome.unplaced.map((one) => unplacedSentence(one, nameOf, undefined, locale));
        throw new CliError(exitCodes.usage, lines.join('\n'));
      }
      if (outcome.kind === 'unwritable') {
        const file = shownPath(outcome.uri, context.terminal.cwd);
        throw new CliError(exitCodes.usage, unwritableSentence(outcome, nameOf, file, locale));
      }
      await applyAttach(outcome, cancellation);
      for (const piece of plan.pieces) context.terminal.out(`${pieceLine(piece, locale)}\n`);
      for (const warning of warningSentences(outcome.plan, locale)) context.terminal.err(`  ${warning}\n`);
      return outcome.plan.warnings.some(({ severity }) => severity === 'error');
    }),
  );
}

/** Writes who does what, in the dossier as the pieces left it. @returns how many values were written */
async function followAll(
  { follows }: IntakePlan,
  open: Parameters<typeof openOneDossier>[0],
  context: CommandContext,
): Promise<number> {
  const { terminal, locale } = context;
  const { analysis } = await openOneDossier({ ...open, withoutEvidence: true }, context);
  const cells = follows.map(({ target: { level, slot }, field, value }) => ({
    ...{ kind: 'follow' as const, slot: slotIds(slot), level, field, value },
  }));
  const outcome = writeCells(analysis, cells, locale);
  if (outcome.kind !== 'planned') {
    const reasons = outcome.kind === 'readOnly' ? [outcome.reason] : outcome.cells.map(({ refusal }) => refusal);
    const faults = reasons.map(({ sentence, args }) => say(sentence, locale, args));
    terminal.err(`${context.say(words.followRefused, { fault: [...new Set(faults)].join(' ') })}\n`);
    return 0;
  }
  await attempt(shownPath(analysis.dossier.main.uri, terminal.cwd), context, async () => {
    for (const { uri, before } of outcome.files) await assertUnchanged(fileURLToPath(uri), before);
    for (const { uri, after } of outcome.files) await writeText(fileURLToPath(uri), after);
  });
  for (const follow of follows) terminal.out(`${followLine(follow, locale)}\n`);
  return follows.length;
}
