import type { Hover } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { commonPieces } from '../../core/holdings/common-pieces';
import type { Holding } from '../../core/holdings/holding';
import { commonState, dossierRow } from '../../core/holdings/portfolio-report';
import { portfolioWords } from '../../core/holdings/portfolio-words';
import { words } from '../../core/report/words';
import { say, type Locale } from '../../core/messages/say';
import { portfolioShape } from '../../core/portfolio/portfolio-shape';
import { statusWords } from '../../core/status/status-words';
import { totalOf } from '../../core/status/status';
import type { Portfolio } from '../../core/workspace/portfolio';
import { standing } from '../code-lens';
import { labelled } from '../labelled';
import { bullets, plain } from '../markdown';
import { rangeIn } from '../positions';

/** What is known of what is pointed at in a portfolio: a key, a dossier with its figures and dates, the common pieces. */
export function hoverPortfolio(
  document: TextDocument,
  offset: number,
  portfolio: Portfolio,
  holdings: readonly Holding[],
  locale: Locale,
): Hover | null {
  const member = portfolio.members.find(({ written: { range } }) => offset >= range.start && offset <= range.end);
  const holding = member && holdings.find(({ path }) => path === member.path);
  if (member && holding)
    return { range: rangeIn(document, member.written.range), contents: markdown(dossierText(holding, locale)) };
  const common = portfolio.parsed?.facts.common;
  if (common && offset >= common.range.start && offset <= common.range.end)
    return { range: rangeIn(document, common.range), contents: markdown(commonText(holdings, locale)) };
  const { line, character } = document.positionAt(offset);
  const text = document.getText().split(/\r\n|\r|\n/)[line] ?? '';
  const key = /^([A-Za-z_]+)\s*:/.exec(text)?.[1];
  const known = key === undefined || !Object.hasOwn(portfolioShape.keys, key) ? undefined : portfolioShape.keys[key];
  if (key === undefined || known === undefined || character > key.length) return null;
  return { contents: markdown(`**${key}**\n\n${say(known.doc, locale)}`) };
}

function markdown(value: string) {
  return { kind: 'markdown' as const, value };
}

/** Figures, versions and dates of one dossier, a line each; what is not known is left out. */
export function dossierText(holding: Holding, locale: Locale): string {
  const row = dossierRow(holding);
  const { figures } = row;
  const status =
    figures && totalOf(figures.counts) > 0
      ? standing(figures.status, figures.counts, locale)
      : say(statusWords[figures?.status ?? 'unknown'], locale);
  const facts = (
    [
      [words.softwareVersion, row.version],
      [words.versionDate, row.versionDate],
      [words.dispositif, row.dispositif],
      [portfolioWords.catalogueVersion, row.catalogueVersion],
      [portfolioWords.catalogueDate, row.catalogueDate],
      [portfolioWords.oldest, row.oldest],
      [portfolioWords.age, row.age],
      [words.plannedFiling, row.plannedFiling],
      [portfolioWords.closing, row.closing],
      [portfolioWords.daysLeft, row.daysLeft],
    ] as const
  ).flatMap(([label, value]) => (value === undefined ? [] : [labelled(label[locale], plain(String(value)), locale)]));
  return [`**${plain(row.product ?? say(portfolioWords.unknownProduct, locale))}** · ${plain(status)}`, bullets(facts)]
    .filter((one) => one !== undefined)
    .join('\n\n');
}

function commonText(holdings: readonly Holding[], locale: Locale): string {
  const lines = commonPieces(holdings).map((piece) => {
    const users = piece.users.map(({ dossier }) => dossier).join(', ');
    return plain(`${piece.path} · ${commonState(piece, locale)} · ${users}`);
  });
  return [`**${say(portfolioWords.common, locale)}**`, bullets(lines)].filter((one) => one !== undefined).join('\n\n');
}
