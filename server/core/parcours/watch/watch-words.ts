import { say, type Locale, type Sentence } from '../../messages/say';
import { packageWords } from '../plan/provenance-words';
import { confidenceWords } from '../plan/plan-words';
import type { Doubt, FactAddress, WatchedFact } from './watched-fact';

/** Words of the list of facts to look at again. */
export const watchHeads = {
  title: { fr: 'Veille : faits à revérifier', en: 'Facts to check again' },
  counts: {
    fr: 'Au {at} : {doubtful, plural, one {# fait} other {# faits}} à revérifier, {sound, plural, one {# vérifié} other {# vérifiés}}',
    en: 'On {at}: {doubtful, plural, one {# fact} other {# facts}} to check again, {sound, plural, one {# verified} other {# verified}}',
  },
  about: { fr: 'Pour {dispositifs}', en: 'For {dispositifs}' },
  shipped: {
    fr: 'Données fournies avec l’outil, version {version}',
    en: 'Data that ships with the tool, version {version}',
  },
  package: {
    fr: '{given}, mises à la place de celles fournies ({file})',
    en: '{given}, in the place of what ships ({file})',
  },
  doubtful: { fr: 'À revérifier', en: 'To check again' },
  sound: { fr: 'Vérifiés', en: 'Verified' },
  unknown: { fr: 'inconnu', en: 'unknown' },
  fact: { fr: 'Fait', en: 'Fact' },
  value: { fr: 'Valeur', en: 'Value' },
  confidence: { fr: 'Confiance', en: 'Confidence' },
  why: { fr: 'Pourquoi', en: 'Why' },
  where: { fr: 'Où le lire', en: 'Where to read it' },
  how: {
    fr: 'Après lecture à la source : segur-preuves freshness --verifie IDENTIFIANT --valeur VALEUR --par NOM',
    en: 'After reading it at its source: segur-preuves freshness --verifie ID --valeur VALUE --par NAME',
  },
} satisfies Record<string, Sentence>;

const doubtWords: Readonly<Record<Exclude<Doubt['kind'], 'contredit' | 'ancien'>, Sentence>> = {
  a_confirmer: {
    fr: 'à confirmer, ne compte pour rien jusque-là',
    en: 'to be confirmed, counts for nothing until then',
  },
  tierce: { fr: 'source tierce', en: 'third-party source' },
  deduit: { fr: 'déduit', en: 'inferred' },
  deplacee: { fr: 'page déplacée', en: 'page that moved' },
  inconnu: { fr: 'cherché, non trouvé', en: 'looked for, not found' },
  jamais: { fr: 'jamais vérifié', en: 'never verified' },
};

const agedWords = {
  contradicted: { fr: 'contredit : {value} ({from})', en: 'contradicted: {value} ({from})' },
  verified: {
    fr: 'vérifié le {since}, il y a {days, plural, one {# jour} other {# jours}}',
    en: 'verified on {since}, {days, plural, one {# day} other {# days}} ago',
  },
  document: {
    fr: 'document du {since}, {days, plural, one {# jour} other {# jours}}',
    en: 'document of {since}, {days, plural, one {# day} other {# days}} old',
  },
  moved: { fr: 'maintenant {to} ({read})', en: 'now {to} ({read})' },
  verifiedBy: { fr: 'vérifié le {on} par {by}', en: 'verified on {on} by {by}' },
  verifiedOn: { fr: 'vérifié le {on}', en: 'verified on {on}' },
} satisfies Record<string, Sentence>;

/** Why a fact is to be looked at again, each reason a sentence; those that its confidence says already are left out. */
export function doubtSentences(fact: WatchedFact, locale: Locale): string[] {
  const rest = fact.doubts.filter(({ kind }) => kind !== 'tierce' && kind !== 'deduit');
  return rest.map((doubt) => doubtSentence(doubt, fact, locale));
}

function doubtSentence(doubt: Doubt, { verified }: WatchedFact, locale: Locale): string {
  switch (doubt.kind) {
    case 'contredit':
      return say(agedWords.contradicted, locale, { value: doubt.value, from: doubt.from[locale] });
    case 'ancien':
      return say(verified ? agedWords.verified : agedWords.document, locale, { since: doubt.since, days: doubt.days });
    default:
      return doubtWords[doubt.kind][locale];
  }
}

/** Who verified it, and when; undefined where nobody did. */
export function verifiedSentence({ verified }: WatchedFact, locale: Locale): string | undefined {
  if (!verified) return undefined;
  const { on, by } = verified;
  return by === undefined ? say(agedWords.verifiedOn, locale, { on }) : say(agedWords.verifiedBy, locale, { on, by });
}

/** How sure a fact is, and the data package that it comes from. */
export function certaintySentence({ confidence, package: paquet }: WatchedFact, locale: Locale): string | undefined {
  const words = confidence && confidenceWords[confidence][locale];
  return paquet ? [words, packageWords(paquet)[locale]].filter(Boolean).join(', ') : words;
}

/** The new place of a page, read or not. */
export function movedSentence({ moved }: FactAddress, locale: Locale): string | undefined {
  if (!moved) return undefined;
  const read = moved.lue ? { fr: 'lue', en: 'read' } : { fr: 'non lue', en: 'not read' };
  return say(agedWords.moved, locale, { to: moved.nouvelle, read: read[locale] });
}
