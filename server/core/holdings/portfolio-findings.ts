import type { Finding } from '../findings/finding';
import type { SentenceArguments } from '../messages/say';
import { rule } from '../rules/portefeuille/commun/rule';
import type { Portfolio } from '../workspace/portfolio';
import { commonPieces, isMissing } from './common-pieces';
import type { Holding } from './holding';

/** All that is found of a portfolio itself: of its file, of the dossiers that it names, and of what these share. */
export function portfolioFindings(portfolio: Portfolio, holdings: readonly Holding[]): Finding[] {
  const found = [...portfolio.findings];
  const { parsed, uri } = portfolio;
  if (!parsed) return found;
  const { common } = parsed.facts;
  // Of a folder that is not opened all is missing: that it is not is said already.
  if (common && found.some((one) => one.rule === rule.meta.id)) return found;
  const pieces = commonPieces(holdings);
  const report = (message: string, args: SentenceArguments): void => {
    const { id, defaultSeverity: severity } = rule.meta;
    found.push({ rule: id, severity, message, args, uri, range: common?.range ?? { start: 0, end: 0 } });
  };
  if (!common) {
    const dossiers = [...new Set(pieces.flatMap(({ users }) => users.map((one) => one.dossier)))];
    if (dossiers.length > 0) report('undeclared', { dossiers: dossiers.join(', ') });
    return found;
  }
  for (const piece of pieces) {
    const { path, users } = piece;
    if (isMissing(piece)) report('missing', { path, dossiers: users.map((one) => one.dossier).join(', ') });
    const changed = users.filter(({ isChanged }) => isChanged);
    if (changed.length === 0) continue;
    const others = users.filter(({ isChanged }) => !isChanged).map((one) => one.dossier);
    report('changed', {
      path,
      dossiers: changed.map((one) => one.dossier).join(', '),
      others: others.length === 0 ? '–' : others.join(', '),
    });
  }
  return found;
}
