import { resolve } from 'node:path';
import { dateText } from '../../core/time/moment';
import { formatOf, writeReport } from '../../host/operations/write-report';
import { readArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { momentOption } from '../moment-option';
import { openOneDossier } from '../open-dossiers';
import { isPortfolio } from '../open-portfolio';
import type { CommandContext } from '../terminal';
import { portfolioReport } from './report-portfolio';
import { reportMessages } from './report-messages';
import { reportUsage } from '../usage/all-commands';

/** `report [PATH] [--pour-ans] [--at DATE[THH:MM]] [--bom] [--separateur S] -o FILE.html|xlsx|csv|md` */
export async function report(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, reportUsage, locale);
  const output = given.needed('output');
  const [path] = given.paths;
  if (path !== undefined && isPortfolio(path)) return portfolioReport(given, output, context);
  const format = formatOf(output);
  if (!format) throw new CliError(exitCodes.usage, context.say(reportMessages.unknownFormat, { path: output }));
  const separator = given.choice('separateur');
  const now = momentOption(given.string('at'), locale);
  const forAns = given.flag('pour-ans');
  const { analysis, workspace } = await openOneDossier(
    {
      paths: given.paths,
      at: given.string('at') === undefined ? undefined : dateText(now),
      factsPath: given.string('donnees'),
    },
    context,
  );
  const { rootUri } = analysis.dossier;
  await attempt(output, context, () =>
    writeReport({
      analysis,
      format,
      forAns,
      locale,
      now,
      csv: { separator, byteOrderMark: given.flag('bom') },
      evidenceFile: (path) => workspace.ports.evidence.lookup(rootUri, path),
      target: resolve(terminal.cwd, output),
      cancellation: terminal.cancellation,
    }),
  );
  terminal.out(`${context.say(reportMessages.written, { path: output })}\n`);
  if (!forAns) terminal.err(`${context.say(reportMessages.internal)}\n`);
  return exitCodes.ok;
}
