import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RegimeRules } from '../../core/regimes/regime-rules';
import { rules } from '../../core/rules/registry';
import { folderOf, normaliseUri } from '../../core/text/uri';
import { Workspace } from '../../core/workspace/workspace';
import { doubtGroups, doubtLine } from '../../core/workbook/import-report';
import { nodeWorkspacePorts } from '../../host/node-workspace-ports';
import { importRem as importWorkbook } from '../../host/operations/import-rem';
import { readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { messages } from '../messages';
import { factsUriOf, tellFactsProblems } from '../open-dossiers';
import type { CommandContext } from '../terminal';
import { importUsage } from '../usage/all-commands';

/** `import FILE.xlsx [--dispositif ID] [--version V] [--donnees PATH] [--strict] -o FILE.rem.yaml` */
export async function importRem(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, importUsage, locale);
  const file = given.path(0);
  const target = given.needed('output');
  const dispositif = given.string('dispositif');
  const version = given.string('version');
  const regimes = await regimesBeside(resolve(terminal.cwd, target), given.string('donnees'), context);
  const outcome = await attempt(file, context, () =>
    importWorkbook({
      file: resolve(terminal.cwd, file),
      target: resolve(terminal.cwd, target),
      ...(dispositif === undefined ? {} : { dispositif }),
      ...(version === undefined ? {} : { version }),
      ...(regimes === undefined ? {} : { regimes }),
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

/**
 * The regimes of the data packages that are given, or that the configuration beside a catalogue names.
 * @throws CliError where a given package was refused: a workbook read without it would be another catalogue
 */
async function regimesBeside(
  target: string,
  factsPath: string | undefined,
  context: CommandContext,
): Promise<RegimeRules | undefined> {
  const { terminal, locale } = context;
  const factsUri = factsPath === undefined ? undefined : factsUriOf(factsPath, context);
  const workspace = new Workspace(nodeWorkspacePorts(), rules, { factsUri });
  if (!(await tellFactsProblems(workspace, factsUri, context)))
    throw new CliError(exitCodes.inputOutput, context.say(messages.nothingImported));
  const folder = folderOf(normaliseUri(pathToFileURL(target).toString()));
  const { facts, problems } = await workspace.configurations.of(folder, terminal.cancellation);
  for (const { sentence } of problems) terminal.err(`${sentence[locale]}.\n`);
  return facts?.regimes;
}
