import { spreadsheetCsv } from '../../core/report/csv';
import { resolve } from 'node:path';
import type { savePortfolioReportRequest } from '../../../protocol/requests/save-portfolio-report';
import { FindingWords } from '../../core/engine/render-finding';
import { offersOf } from '../../core/holdings/offers';
import { portfolioFindings } from '../../core/holdings/portfolio-findings';
import { portfolioReport } from '../../core/holdings/portfolio-report';
import type { Sentence } from '../../core/messages/say';
import { normaliseUri } from '../../core/text/uri';
import { portfolioFormatOf, writePortfolioReport } from '../../host/operations/write-portfolio-report';
import { toolVersion } from '../../host/tool-version';
import { heldDossiers } from '../../language/session/held-dossiers';
import { inWords, refusal } from '../refusals';
import type { Answer } from '../request-context';

const unknownFormat: Sentence = {
  fr: 'Le nom {path} ne dit pas le format du rapport. Terminez-le par .html, .xlsx, .csv, .md ou .json.',
  en: 'Name {path} does not tell the format of the report. End it with .html, .xlsx, .csv, .md or .json.',
};

/** What is kept must not rest on what was known a while ago. */
export const answer: Answer<typeof savePortfolioReportRequest> = async ({ uri, target }, context, cancellation) => {
  const { locale, session } = context;
  await session.lookAgain(cancellation);
  const held = await heldDossiers(session.analyses, normaliseUri(uri), cancellation);
  if (!held) return null;
  context.checkTrust();
  const path = resolve(target);
  const format = portfolioFormatOf(path);
  if (!format) throw refusal(unknownFormat, locale, { path });
  const { holdings, portfolio } = held;
  const words = new FindingWords(session.rules);
  const report = portfolioReport(holdings, {
    locale,
    toolVersion,
    date: session.ports.clock.today(),
    offers: offersOf(holdings, cancellation),
    problems: portfolioFindings(portfolio, holdings).map((one) => words.message(one, locale)),
  });
  const csv = spreadsheetCsv(locale);
  await inWords(path, locale, () => writePortfolioReport({ report, format, csv, target: path, cancellation }));
  return { path };
};
