import { FindingWords } from '../core/engine/render-finding';
import type { Offer } from '../core/holdings/offers';
import { portfolioJson, portfolioReport, type PortfolioReport } from '../core/holdings/portfolio-report';
import { rules } from '../core/rules/registry';
import { toolVersion } from '../host/tool-version';
import { portfolioLine, type OpenedPortfolio } from './open-portfolio';
import { shownPath } from './shown-path';
import type { CommandContext } from './terminal';

/** What the report of a portfolio says. @param offers what could serve elsewhere, where that is asked */
export function reportOfPortfolio(
  opened: OpenedPortfolio,
  offers: readonly Offer[],
  context: CommandContext,
): PortfolioReport {
  const words = new FindingWords(rules);
  return portfolioReport(opened.holdings, {
    locale: context.locale,
    toolVersion,
    date: opened.holdings[0]?.analysis.context.today ?? '',
    offers,
    problems: opened.findings.map((finding) => words.message(finding, context.locale)),
  });
}

/** A portfolio in `status --format json`. Positions and codes are those of its report. */
export function portfolioState(opened: OpenedPortfolio, context: CommandContext): object {
  return {
    file: shownPath(opened.portfolio.uri, context.terminal.cwd),
    ...portfolioJson(reportOfPortfolio(opened, [], context)),
    problems: opened.findings.map((finding) => portfolioLine(finding, opened, context)),
  };
}
