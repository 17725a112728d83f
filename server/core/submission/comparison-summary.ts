import { semicolon } from '../../../words/separators';
import { say, type Locale, type Sentence } from '../messages/say';
import { isSame, type ChangeCounts, type Comparison } from './compare-states';
import { headLine } from './comparison-text';

const same: Readonly<Record<Locale, string>> = { fr: 'Aucune différence', en: 'No difference' };
const words: Readonly<Record<keyof ChangeCounts, Sentence>> = {
  added: {
    fr: '{count, plural, one {# pièce ajoutée} other {# pièces ajoutées}}',
    en: '{count, plural, one {# piece added} other {# pieces added}}',
  },
  removed: {
    fr: '{count, plural, one {# pièce retirée} other {# pièces retirées}}',
    en: '{count, plural, one {# piece removed} other {# pieces removed}}',
  },
  replaced: {
    fr: '{count, plural, one {# pièce remplacée} other {# pièces remplacées}}',
    en: '{count, plural, one {# piece replaced} other {# pieces replaced}}',
  },
  renamed: {
    fr: '{count, plural, one {# pièce renommée} other {# pièces renommées}}',
    en: '{count, plural, one {# piece renamed} other {# pieces renamed}}',
  },
  statuses: {
    fr: '{count, plural, one {# statut changé} other {# statuts changés}}',
    en: '{count, plural, one {# status changed} other {# statuses changed}}',
  },
};

/** What differs, in a few words without a full stop: what changed of the head, then the figures that are not zero. */
export function comparisonSummary(comparison: Comparison, locale: Locale): string {
  if (isSame(comparison)) return same[locale];
  const head = comparison.heads.map((change) => headLine(change, locale));
  const counts = (Object.keys(words) as (keyof ChangeCounts)[])
    .filter((key) => comparison.counts[key] > 0)
    .map((key) => say(words[key], locale, { count: comparison.counts[key] }));
  return [...head, counts.join(', ')].filter((part) => part !== '').join(semicolon[locale]);
}
