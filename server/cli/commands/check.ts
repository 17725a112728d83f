import { resolve } from 'node:path';
import { dateOption, readArguments } from '../arguments';
import { checkReport, type CheckReport } from '../check-report';
import { shownPath } from '../shown-path';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { fixSafely } from '../fix-safely';
import { checkGithub } from '../formats/check-github';
import { checkGitlab } from '../formats/check-gitlab';
import { checkJson } from '../formats/check-json';
import { checkJunit } from '../formats/check-junit';
import { checkPretty } from '../formats/check-pretty';
import { checkSarif } from '../formats/check-sarif';
import { checkCode } from '../check-code';
import { messages } from '../messages';
import { openDossiers } from '../open-dossiers';
import { openedPortfolio } from '../open-portfolio';
import { repositoryPaths } from '../repository-paths';
import type { CommandContext } from '../terminal';
import { checkUsage } from '../usage/check-usage';

const writers: Readonly<
  Record<(typeof checkUsage.options.format.choices)[number], (report: CheckReport, context: CommandContext) => string>
> = {
  pretty: checkPretty,
  json: checkJson,
  sarif: checkSarif,
  junit: checkJunit,
  github: checkGithub,
  gitlab: checkGitlab,
};

/** Formats that a service shows on the lines of a repository. */
const forServices: ReadonlySet<string> = new Set(['sarif', 'junit', 'github', 'gitlab']);

/** `check [PATH…] [--format F] [--fix] [--images] [--cisis DIR] [--watch] [--at DATE]` */
export async function check(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, checkUsage, locale);
  const format = given.choice('format');
  const at = dateOption(given.string('at'), locale);
  const cisis = given.string('cisis');
  const wanted = {
    paths: given.paths,
    at,
    pictures: given.flag('images'),
    controlFolder:
      cisis === undefined ? undefined : await controlFolderAt(resolve(terminal.cwd, cisis), cisis, context),
    factsPath: given.string('donnees'),
  };
  if (given.flag('watch')) {
    if (format !== 'pretty' && format !== 'json')
      throw new CliError(exitCodes.usage, context.say(messages.notWatched, { option: `--format ${format}` }));
    if (given.flag('fix')) throw new CliError(exitCodes.usage, context.say(messages.notWatched, { option: '--fix' }));
    // Most runs end by themselves.
    const { watchCheck } = await import('../watch/watch-check.js');
    return await watchCheck(wanted, format, context);
  }
  const opened = await openDossiers(wanted, context);
  let { dossiers } = opened;
  if (given.flag('fix')) {
    const fixed = await fixSafely(opened, context);
    dossiers = fixed.dossiers;
    terminal.err(`${context.say(messages.fixed, { count: fixed.count })}\n`);
  }
  const pathOf = forServices.has(format)
    ? await repositoryPaths(
        [...dossiers, ...opened.unread, ...opened.portfolios.map(({ portfolio }) => portfolio)].map(({ uri }) => uri),
        terminal,
      )
    : (uri: string) => shownPath(uri, terminal.cwd);
  const portfolios = opened.portfolios.map(({ portfolio }) => openedPortfolio(portfolio, dossiers));
  const report = checkReport({ dossiers, unread: opened.unread, portfolios, at: opened.at }, pathOf, locale);
  // These formats have no place for the day on which what depends on the calendar was judged: the log has it.
  if (format === 'github' || format === 'gitlab')
    terminal.err(`${context.say(messages.checkedAt, { at: report.at })}\n`);
  terminal.out(writers[format](report, context));
  return checkCode(report, opened);
}

/** @throws CliError when nothing can be held against what is there: that nothing is found would say nothing */
async function controlFolderAt(path: string, written: string, context: CommandContext): Promise<string> {
  // Most runs do not name one.
  const { lookAtControlFolder } = await import('../../host/cisis/control-folder.js');
  if (await lookAtControlFolder(path, context.terminal.cancellation)) return path;
  throw new CliError(exitCodes.usage, context.say(messages.noControlFolder, { path: written }));
}
