import { portfolioMarkdown } from '../../core/holdings/portfolio-pages';
import { readArguments, dateOption } from '../arguments';
import { threadTally } from '../../core/threads/thread-tally';
import { dossierThreads } from '../../core/workspace/dossier-threads';
import { dossierFigures, type DossierFigures } from '../check-report';
import type { ExitCode } from '../exit-codes';
import { dossierJson } from '../formats/check-json';
import { statusMarkdown, statusPretty } from '../formats/status-text';
import { portfolioPretty } from '../formats/portfolio-text';
import { openReadDossiers } from '../open-dossiers';
import { portfolioState, reportOfPortfolio } from '../portfolio-report';
import { shownPath } from '../shown-path';
import type { CommandContext } from '../terminal';
import { statusUsage } from '../usage/all-commands';

/** `status [PATH] [--format F] [--at DATE]` */
export async function status(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, locale } = context;
  const given = readArguments(args, statusUsage, locale);
  const format = given.choice('format');
  const at = dateOption(given.string('at'), locale);
  const {
    workspace,
    dossiers,
    portfolios,
    code,
    at: day,
  } = await openReadDossiers({ paths: given.paths, at }, context);
  const figures: DossierFigures[] = [];
  for (const { analysis } of dossiers) {
    const { threads } = await dossierThreads(workspace, analysis, terminal.cancellation);
    figures.push(dossierFigures(analysis, (uri) => shownPath(uri, terminal.cwd), threadTally(threads)));
  }
  if (format === 'json') {
    const held = portfolios.length === 0 ? {} : { portfolios: portfolios.map((one) => portfolioState(one, context)) };
    terminal.out(`${JSON.stringify({ version: 1, at: day, dossiers: figures.map(dossierJson), ...held }, null, 2)}\n`);
  } else {
    const text = format === 'md' ? statusMarkdown : statusPretty;
    for (const one of portfolios) {
      terminal.out(
        `${format === 'md' ? portfolioMarkdown(reportOfPortfolio(one, [], context)) : portfolioPretty(one, context)}\n`,
      );
    }
    terminal.out(figures.map((one) => text(one, context)).join('\n'));
  }
  return code;
}
