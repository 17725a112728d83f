import { commonPieces } from '../../core/holdings/common-pieces';
import { productOf, waveOf, type Holding } from '../../core/holdings/holding';
import { commonState, dossierRow, inGroups, type DossierRow } from '../../core/holdings/portfolio-report';
import { portfolioWords as words } from '../../core/holdings/portfolio-words';
import { totalOf } from '../../core/status/status';
import { statusWords } from '../../core/status/status-words';
import { portfolioMessages as messages } from '../commands/portfolio-messages';
import { messages as commonMessages } from '../messages';
import type { OpenedPortfolio } from '../open-portfolio';
import { shownPath } from '../shown-path';
import type { CommandContext } from '../terminal';
import { paint } from './colour';

/** `status` of a portfolio: its dossiers by product and wave, a line each, and what they share. */
export function portfolioPretty({ portfolio, holdings }: OpenedPortfolio, context: CommandContext): string {
  const { colour, cwd } = context.terminal;
  const lines = [paint('bold', `${context.say(words.title)}  ${shownPath(portfolio.uri, cwd)}`, colour)];
  let product: string | undefined;
  for (const holding of inGroups(holdings)) {
    const name = productOf(holding) ?? context.say(words.unknownProduct);
    if (name !== product) lines.push(paint('bold', name, colour));
    product = name;
    lines.push(`  ${waveText(holding, context)} · ${rowText(dossierRow(holding), context)}`);
  }
  const pieces = commonPieces(holdings);
  if (pieces.length > 0) lines.push(paint('bold', context.say(words.common), colour));
  for (const piece of pieces) {
    const users = piece.users.map(({ dossier }) => dossier).join(', ');
    lines.push(
      `  ${piece.path} · ${commonState(piece, context.locale)} · ${context.say(messages.restsOn, { dossiers: users })}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function waveText(holding: Holding, context: CommandContext): string {
  const wave = waveOf(holding);
  return wave === undefined ? context.say(words.unknownWave) : context.say(words.waveNumber, { wave });
}

function rowText(row: DossierRow, context: CommandContext): string {
  const { figures, version, catalogueVersion, oldest, age, closing, daysLeft } = row;
  const status = context.say(statusWords[figures?.status ?? 'unknown']);
  const counts =
    figures && totalOf(figures.counts) > 0
      ? context.say(commonMessages.figures, { ...figures.counts, total: totalOf(figures.counts) })
      : status;
  const facts = [
    version === undefined ? undefined : context.say(messages.version, { version }),
    catalogueVersion === undefined ? undefined : context.say(messages.catalogue, { version: catalogueVersion }),
    oldest === undefined || age === undefined ? undefined : context.say(messages.oldest, { date: oldest, age }),
    closing === undefined || daysLeft === undefined
      ? undefined
      : context.say(messages[daysLeft < 0 ? 'closed' : 'closing'], { date: closing, days: Math.abs(daysLeft) }),
  ];
  return [row.path, counts, ...facts.filter((one) => one !== undefined)].join(' · ');
}
