import { resolve } from 'node:path';
import { comparisonText } from '../../core/submission/comparison-text';
import { compareStates, isSame, type Comparison } from '../../core/submission/compare-states';
import { packageProblems, type PackageProblem } from '../../host/operations/package-problems';
import { verifyPackage, type VerifyOutcome } from '../../host/operations/verify-package';
import { readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { dossierState } from '../open-state';
import { ProgressLine, type CommandContext } from '../terminal';
import { compareMessages } from './compare-messages';
import { comparisonJson, inColour } from './diff';
import { verifyUsage } from '../usage/all-commands';

const mebibyte = 2 ** 20;

/**
 * `verify FILE.zip [DOSSIER] [--format F]`: 0 when the package is right (and says the same as the dossier), 1 when not.
 */
export async function verify(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, verifyUsage, locale);
  const format = given.choice('format');
  const [path, dossier] = given.paths;
  if (path === undefined) throw new CliError(exitCodes.usage, context.say(compareMessages.onePackage));
  const outcome = await read(path, context);
  const problems = packageProblems(outcome, path, locale);
  const filed = outcome.kind === 'read' ? outcome.report.filed : undefined;
  const comparison = dossier && filed ? compareStates(filed, await dossierState(dossier, context)) : undefined;
  if (format === 'json') {
    const read = outcome.kind === 'read' ? outcome : undefined;
    const json = {
      version: 1,
      valid: problems.length === 0,
      draft: read?.report.draft ?? null,
      files: read?.files ?? null,
      bytes: read?.bytes ?? null,
      problems,
      ...(dossier === undefined ? {} : { difference: comparison ? comparisonJson(comparison) : null }),
    };
    terminal.out(`${JSON.stringify(json, null, 2)}\n`);
  } else {
    pretty(outcome, problems, path, context);
    if (dossier !== undefined) prettyComparison(comparison, { before: path, after: dossier }, context);
  }
  return problems.length === 0 && (!comparison || isSame(comparison)) ? exitCodes.ok : exitCodes.findings;
}

async function read(path: string, context: CommandContext): Promise<VerifyOutcome> {
  const { terminal } = context;
  const progress = new ProgressLine(terminal);
  return attempt(path, context, () =>
    verifyPackage({
      path: resolve(terminal.cwd, path),
      cancellation: terminal.cancellation,
      onProgress: (bytes, total) => {
        const figures = { mib: (bytes / mebibyte).toFixed(0), total: (total / mebibyte).toFixed(0) };
        progress.show(context.say(compareMessages.reading, figures));
      },
    }),
  ).finally(() => {
    progress.clear();
  });
}

function pretty(
  outcome: VerifyOutcome,
  problems: readonly PackageProblem[],
  path: string,
  context: CommandContext,
): void {
  const { terminal } = context;
  for (const { code, message } of problems) terminal.out(`  ${message}  ${code}\n`);
  if (problems.length > 0) {
    terminal.out(`${context.say(compareMessages.invalid, { path, count: problems.length })}\n`);
  } else if (outcome.kind === 'read') {
    const mib = (outcome.bytes / mebibyte).toFixed(1);
    terminal.out(`${context.say(compareMessages.valid, { path, files: outcome.files, mib })}\n`);
  }
  if (outcome.kind === 'read' && outcome.report.draft) terminal.out(`${context.say(compareMessages.draft)}\n`);
}

function prettyComparison(
  comparison: Comparison | undefined,
  names: { readonly before: string; readonly after: string },
  context: CommandContext,
): void {
  const { terminal, locale } = context;
  if (comparison) terminal.out(`\n${inColour(comparisonText(comparison, names, locale), terminal.colour)}`);
  else terminal.err(`${context.say(compareMessages.notCompared)}\n`);
}
