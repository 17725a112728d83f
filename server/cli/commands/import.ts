import { resolve } from 'node:path';
import { doubtGroups, doubtLine } from '../../core/workbook/import-report';
import { importRem as importWorkbook } from '../../host/operations/import-rem';
import { readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { messages } from '../messages';
import type { CommandContext } from '../terminal';
import { importUsage } from '../usage/all-commands';

/** `import FILE.xlsx [--dispositif ID] [--version V] [--strict] -o FILE.rem.yaml` */
export async function importRem(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, importUsage, locale);
  const file = given.path(0);
  const target = given.needed('output');
  const dispositif = given.string('dispositif');
  const version = given.string('version');
  const outcome = await attempt(file, context, () =>
    importWorkbook({
      file: resolve(terminal.cwd, file),
      target: resolve(terminal.cwd, target),
      ...(dispositif === undefined ? {} : { dispositif }),
      ...(version === undefined ? {} : { version }),
      cancellation: terminal.cancellation,
    }),
  );
  if (outcome.kind === 'dispositifNeeded') throw given.missing('dispositif');
  const { report } = outcome;
  const groups = doubtGroups(report);
  for (const { title, doubts } of groups) {
    terminal.err(`${context.say(messages.doubts, { title: title[locale], count: doubts.length })}\n`);
    for (const doubt of doubts) terminal.err(`  ${doubtLine(doubt, locale)}\n`);
  }
  for (const sheet of report.sheets) {
    if (sheet.ignored)
      terminal.err(`${context.say(messages.ignoredSheet, { sheet: sheet.name, rows: sheet.rows.nonEmpty })}\n`);
  }
  if (outcome.kind === 'noRem') throw new CliError(exitCodes.inputOutput, context.say(messages.noRem, { path: file }));
  const { read } = report;
  terminal.out(
    `${context.say(messages.imported, {
      dispositif: outcome.catalogue.dispositif.id,
      requirements: read.requirements,
      scenarios: read.scenarios + read.coreScenarios,
      proofs: read.proofs + read.coreProofs,
      target,
    })}\n`,
  );
  for (const chapter of read.perChapter) terminal.out(`${context.say(messages.perChapter, { ...chapter })}\n`);
  if (read.coreScenarios > 0) {
    terminal.out(`${context.say(messages.readCore, { scenarios: read.coreScenarios, proofs: read.coreProofs })}\n`);
  }
  const lost = groups.find(({ rank }) => rank === 'lost');
  if (lost === undefined || !given.flag('strict')) return exitCodes.ok;
  terminal.err(`${context.say(messages.strictImport, { count: lost.doubts.length })}\n`);
  return exitCodes.findings;
}
