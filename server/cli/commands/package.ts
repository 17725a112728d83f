import { failureSentence } from '../../host/operations/failure-sentence';
import { SourceDateError, sourceDateEpoch } from '../../host/operations/source-date-epoch';
import { dateOption, readArguments } from '../arguments';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { openOneDossier } from '../open-dossiers';
import { isPortfolio } from '../open-portfolio';
import type { CommandContext } from '../terminal';
import { packageUsage } from '../usage/all-commands';
import { packageOne } from './package-one';
import { packagePortfolio } from './package-portfolio';

/** `package [PATH] [--chapitre C]… [--reponses] [--brouillon] [--at DATE] -o FILE.zip` */
export async function packageCommand(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { locale } = context;
  const given = readArguments(args, packageUsage, locale);
  const output = given.needed('output');
  const epoch = epochOf(context);
  const at = dateOption(given.string('at'), locale);
  const [path] = given.paths;
  if (path !== undefined && isPortfolio(path)) return packagePortfolio({ given, output, epoch, at }, context);
  const { analysis, workspace } = await openOneDossier({ paths: given.paths, at }, context);
  return packageOne({ given, output, epoch, analysis, workspace }, context);
}

/** A wrong `SOURCE_DATE_EPOCH` is told before any evidence is read. */
function epochOf({ terminal, locale }: CommandContext): number | undefined {
  try {
    return sourceDateEpoch(terminal.env);
  } catch (error) {
    if (!(error instanceof SourceDateError)) throw error;
    throw new CliError(exitCodes.usage, failureSentence(error, '', locale) ?? error.message, { cause: error });
  }
}
