import { FindingWords } from '../../engine/render-finding';
import type { Locale, Sentence } from '../../messages/say';
import { rules } from '../../rules/registry';
import type { Blocker, BlockerKind } from './blocker';

let words: FindingWords | undefined;

/** What a blocker says, and what to do about it. */
export function blockerMessage({ reason }: Blocker, locale: Locale): string {
  if ('message' in reason) return reason.message[locale];
  return (words ??= new FindingWords(rules)).message(reason.finding, locale);
}

/** What each row of the gate's table is called. */
export const blockerKindWords: Readonly<Record<BlockerKind, Sentence>> = {
  scope: { fr: 'périmètre inconnu', en: 'unknown scope' },
  finding: { fr: 'erreurs', en: 'errors' },
  // Each of them counts once, however many of its proofs are meant.
  status: {
    fr: 'exigences ou scénarios à compléter ou à revoir',
    en: 'requirements or scenarios to complete or review',
  },
  identity: { fr: 'éditeur ou logiciel', en: 'vendor or software' },
  nothingToProve: { fr: 'rien à prouver', en: 'nothing to prove' },
  setAside: { fr: 'non-applicabilités à justifier', en: 'non-applicability to justify' },
  declarationForDemonstration: {
    fr: 'déclarations à la place d’une démonstration',
    en: 'statements in place of a demonstration',
  },
  unsignedDraft: { fr: 'déclarations non signées', en: 'unsigned statements' },
  approval: { fr: 'homologations CNDA', en: 'CNDA approvals' },
};
