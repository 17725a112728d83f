import { resolve } from 'node:path';
import { offersOf } from '../../core/holdings/offers';
import { dateText } from '../../core/time/moment';
import { portfolioFormatOf, writePortfolioReport } from '../../host/operations/write-portfolio-report';
import type { ParsedArguments } from '../arguments';
import { attempt } from '../attempt';
import { CliError, exitCodes, type ExitCode } from '../exit-codes';
import { momentOption } from '../moment-option';
import { openReadDossiers } from '../open-dossiers';
import { reportOfPortfolio } from '../portfolio-report';
import type { CommandContext } from '../terminal';
import type { reportUsage } from '../usage/report-usage';
import { portfolioMessages } from './portfolio-messages';
import { reportMessages } from './report-messages';

/** `report portefeuille.yaml -o FILE`: one report over all its dossiers. It never leaves the house. */
export async function portfolioReport(
  given: ParsedArguments<typeof reportUsage.options>,
  output: string,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, locale } = context;
  if (given.flag('pour-ans')) throw new CliError(exitCodes.usage, context.say(portfolioMessages.notForAns));
  const format = portfolioFormatOf(output);
  if (!format) throw new CliError(exitCodes.usage, context.say(portfolioMessages.unknownFormat, { path: output }));
  const at = given.string('at');
  const day = at === undefined ? undefined : dateText(momentOption(at, locale));
  const { portfolios, code } = await openReadDossiers({ paths: given.paths, at: day }, context);
  for (const one of portfolios) {
    const report = reportOfPortfolio(one, offersOf(one.holdings, terminal.cancellation), context);
    await attempt(output, context, () =>
      writePortfolioReport({
        report,
        format,
        csv: { separator: given.choice('separateur'), byteOrderMark: given.flag('bom') },
        target: resolve(terminal.cwd, output),
        cancellation: terminal.cancellation,
      }),
    );
  }
  terminal.out(`${context.say(reportMessages.written, { path: output })}\n`);
  terminal.err(`${context.say(reportMessages.internalPortfolio)}\n`);
  return code;
}
