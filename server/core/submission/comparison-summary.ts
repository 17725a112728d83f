import type { Locale } from '../messages/say';
import { isSame, type ChangeCounts, type Comparison } from './compare-states';
import { headLine } from './comparison-text';

/** One, and more than one. */
type Forms = readonly [string, string];

const same: Readonly<Record<Locale, string>> = { fr: 'Aucune différence', en: 'No difference' };
const words: Readonly<Record<keyof ChangeCounts, Readonly<Record<Locale, Forms>>>> = {
  added: { fr: ['pièce ajoutée', 'pièces ajoutées'], en: ['piece added', 'pieces added'] },
  removed: { fr: ['pièce retirée', 'pièces retirées'], en: ['piece removed', 'pieces removed'] },
  replaced: { fr: ['pièce remplacée', 'pièces remplacées'], en: ['piece replaced', 'pieces replaced'] },
  renamed: { fr: ['pièce renommée', 'pièces renommées'], en: ['piece renamed', 'pieces renamed'] },
  statuses: { fr: ['statut changé', 'statuts changés'], en: ['status changed', 'statuses changed'] },
};

/** What differs, in a few words without a full stop: what changed of the head, then the figures that are not zero. */
export function comparisonSummary(comparison: Comparison, locale: Locale): string {
  if (isSame(comparison)) return same[locale];
  const head = comparison.heads.map((change) => headLine(change, locale));
  const counts = (Object.keys(words) as (keyof ChangeCounts)[])
    .filter((key) => comparison.counts[key] > 0)
    .map((key) => {
      const count = comparison.counts[key];
      return `${new Intl.NumberFormat(locale).format(count)} ${words[key][locale][count === 1 ? 0 : 1]}`;
    });
  return [...head, counts.join(', ')].filter((part) => part !== '').join(' ; ');
}
