import { accepted, changeRequested } from '../instruction/open-items';
import { plainWords } from '../workbook/cell-text';

/** What ANS concludes of a proof; only these words are established (domain facts on instruction). */
export type Verdict = typeof accepted | typeof changeRequested;

export const verdicts: readonly Verdict[] = [accepted, changeRequested];

/** The same words as French bends them. No other word is taken for one of them: what it means is not known. */
const forms: ReadonlyMap<string, Verdict> = new Map<string, Verdict>([
  ...['valide', 'validee', 'valides', 'validees'].map((word) => [word, accepted] as const),
  ...[
    'modification demandee',
    'modifications demandees',
    'demande de modification',
    'demande de modifications',
    'demandes de modification',
    'demandes de modifications',
  ].map((word) => [word, changeRequested] as const),
]);

/** Letters and blanks alone: « Validé ? » and « ¬ validé » say something else. */
const bare = /^[\p{L}\p{M}\s]+[.]?$/u;

/**
 * The verdict that a word is, the whole of it; undefined for every other word.
 * @param chosen other words that the user says the meaning of, by {@link plainWords}
 */
export function verdictOf(word: string, chosen: ReadonlyMap<string, Verdict> = new Map()): Verdict | undefined {
  const plain = plainWords(word);
  const own = chosen.get(plain);
  if (own !== undefined) return own;
  return bare.test(word.trim().normalize('NFC')) ? forms.get(plain) : undefined;
}
