import { say, type Locale, type Sentence } from '../../messages/say';
import type { MigrationEvent, MigrationPlan } from './migration';

const words = {
  head: { fr: '{key} : {from} → {to}', en: '{key}: {from} → {to}' },
  renamed: { fr: 'renommé : {from} → {to}', en: 'renamed: {from} → {to}' },
  renamedProbably: {
    fr: 'renommé : {from} → {to} (probable, d’après le texte : à vérifier)',
    en: 'renamed: {from} → {to} (probable, from the text: to be checked)',
  },
  review: { fr: 'à revoir : {id} (le texte a changé)', en: 'to review: {id} (the text changed)' },
  reviewUnknown: {
    fr: 'à vérifier : {id} (l’ancien catalogue n’en avait pas le texte)',
    en: 'to check: {id} (the old catalogue did not have its text)',
  },
  parked: {
    fr: 'mis de côté en fin de fichier : {path} ({count, plural, one {# pièce} other {# pièces}})',
    en: 'set aside at the end of the file: {path} ({count, plural, one {# piece} other {# pieces}} of evidence)',
  },
  left: {
    fr: 'laissé en place, à faire à la main : {path} ({reason})',
    en: 'left in place, to be done by hand: {path} ({reason})',
  },
  added: {
    fr: '{count, plural, one {# exigence nouvelle : « segur-preuves check » dit si elle manque} other {# exigences nouvelles : « segur-preuves check » dit lesquelles manquent}}',
    en: '{count, plural, one {# new requirement: “segur-preuves check” says whether it is missing} other {# new requirements: “segur-preuves check” says which are missing}}',
  },
  builtIn: { fr: 'catalogue intégré', en: 'built-in catalogue' },
} satisfies Record<string, Sentence>;

const leftReasons: Readonly<Record<'alias' | 'anchor' | 'form', Sentence>> = {
  alias: { fr: 'écrit par un alias YAML', en: 'written through a YAML alias' },
  anchor: { fr: 'un alias YAML ailleurs s’y réfère', en: 'a YAML alias elsewhere refers to it' },
  form: { fr: 'forme d’écriture non prise en charge', en: 'way of writing not supported' },
};

/** What a migration does, a line each. */
export function migrationSummary({ files, events, added }: MigrationPlan, locale: Locale): string[] {
  const lines = events.map((event) => eventLine(event, locale));
  if (files.length > 0 && added.length > 0) lines.push(say(words.added, locale, { count: added.length }));
  return lines;
}

function eventLine(event: MigrationEvent, locale: Locale): string {
  switch (event.kind) {
    case 'head': {
      const none = words.builtIn[locale];
      return say(words.head, locale, { key: event.key, from: event.from ?? none, to: event.to ?? none });
    }
    case 'renamed':
      return say(event.probable ? words.renamedProbably : words.renamed, locale, { from: event.from, to: event.to });
    case 'review':
      return say(event.reason === 'text' ? words.review : words.reviewUnknown, locale, { id: event.id });
    case 'parked':
      return say(words.parked, locale, { path: event.path.join(' › '), count: event.evidence });
    case 'left':
      return say(words.left, locale, { path: event.path.join(' › '), reason: leftReasons[event.reason][locale] });
  }
}
