import { fill } from '../../words/say';
import type { Locale } from '../../words/locale';

const counts = {
  fr: '{errors, plural, one {# erreur} other {# erreurs}}, {warnings, plural, one {# avertissement} other {# avertissements}}, {others, plural, one {# autre constat} other {# autres constats}}',
  en: '{errors, plural, one {# error} other {# errors}}, {warnings, plural, one {# warning} other {# warnings}}, {others, plural, one {# other finding} other {# other findings}}',
} as const;

/** Findings in the files of a dossier, by how heavy they are. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
}

/** What the language status says of a dossier. */
const french = {
  state: 'État du dossier',
  none: 'Aucun constat',
  checking: 'vérification en cours…',
  checkAll: 'Vérifier toutes les pièces',
  rules: 'Règles',
  rulesOf: (version: string) => `Règles de Ségur Preuves ${version}`,
  watch: 'Veille',
  counted: (found: FindingCounts) => fill(counts.fr, 'fr', { ...found }),
};

type DossierStatusMessages = typeof french;

export const dossierStatusMessages: Readonly<Record<Locale, DossierStatusMessages>> = {
  fr: french,
  en: {
    state: 'State of the dossier',
    none: 'No finding',
    checking: 'checking…',
    checkAll: 'Check all evidence',
    rules: 'Rules',
    rulesOf: (version) => `Rules of Ségur Preuves ${version}`,
    watch: 'Watch',
    counted: (found) => fill(counts.en, 'en', { ...found }),
  },
};
