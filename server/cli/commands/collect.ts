import { resolve } from 'node:path';
import { notAttachedWords, warningSentences } from '../../core/attach/attach-words';
import { notWrittenWords } from '../../core/cells/cell-words';
import { collectSummary } from '../../core/collect/collect-summary';
import { collectFaultLine, collectNoteLine, collectedLine } from '../../core/collect/collect-words';
import { applyAttach } from '../../host/operations/attach';
import { withPreparedCollect, type PreparedCollect } from '../../host/operations/collect';
import { sweepDossier } from '../../host/operations/sweep-temporaries';
import { readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { openOneDossier } from '../open-dossiers';
import { shownPath } from '../shown-path';
import type { CommandContext } from '../terminal';
import { collectUsage } from '../usage/collect-usage';
import { collectMessages as words } from './collect-messages';

/** `collect REPORT|FOLDER… [--dry-run] [--dossier PATH]` */
export async function collect(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, collectUsage, locale);
  if (given.paths.length === 0) throw new CliError(exitCodes.usage, context.say(words.nothing));
  const paths = given.paths.map((path) => resolve(terminal.cwd, path));
  const { analysis } = await openOneDossier({ paths: [given.string('dossier') ?? '.'] }, context);
  const { cancellation } = terminal;
  if (!given.flag('dry-run')) await sweepDossier(analysis.dossier);
  return await attempt(given.paths.join(', '), context, () =>
    withPreparedCollect({ analysis, paths, within: [terminal.cwd], locale, cancellation }, async (prepared, write) => {
      const hasErrors = tellWarnings(prepared, context);
      if (given.flag('dry-run')) terminal.err(`${context.say(words.dryRun)}\n`);
      else await write(applyAttach);
      tell(prepared, context);
      if (prepared.faults.some(({ kind }) => kind === 'ledger')) return exitCodes.inputOutput;
      const isWhole = prepared.plan.notes.length === 0 && prepared.faults.length === 0;
      return isWhole && !hasErrors ? exitCodes.ok : exitCodes.findings;
    }),
  );
}

/** @returns whether what is attached has errors @throws CliError (usage) when the pieces cannot be written */
function tellWarnings({ plan, attach, refused }: PreparedCollect, context: CommandContext): boolean {
  const { locale, terminal } = context;
  const nameOf = (piece: number): string => plan.pieces[piece]?.attachment.fileName ?? '';
  if (refused) {
    throw new CliError(exitCodes.usage, context.say(words.refused, { fault: notWrittenWords(refused, locale) }));
  }
  if (!attach) return false;
  if (attach.kind !== 'prepared') {
    const fileOf = (uri: string) => shownPath(uri, terminal.cwd);
    throw new CliError(exitCodes.usage, notAttachedWords(attach, nameOf, fileOf, locale));
  }
  for (const warning of warningSentences(attach.plan, locale)) terminal.err(`  ${warning}\n`);
  return attach.plan.warnings.some(({ severity }) => severity === 'error');
}

function tell({ plan, faults, tests }: PreparedCollect, context: CommandContext): void {
  const { terminal, locale } = context;
  for (const fault of faults) terminal.err(`${collectFaultLine(fault, locale)}\n`);
  for (const note of plan.notes) terminal.err(`${collectNoteLine(note, locale)}\n`);
  for (const piece of plan.pieces) terminal.out(`${collectedLine(piece, locale)}\n`);
  terminal.out(`${collectSummary(plan, tests, locale)}\n`);
}
