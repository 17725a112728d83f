import type { Locale } from '../../words/locale';
import { fill } from '../../words/say';

/** What is said when one goes from one proof to the next, searches, or filters the tree. */
const french = {
  going: 'Aller à la preuve suivante',
  searching: 'Chercher une exigence ou une preuve',
  searchHint: 'Identifiant, mots de l’énoncé ou de la preuve, nom de la pièce…',
  nothingToSearch: 'Aucun dossier de preuves : il n’y a rien à chercher.',
  filtering: 'Filtrer la conformité',
  chooseFilter: 'Ne montrer que…',
  filters: {
    all: 'tout',
    missing: 'à fournir ou à compléter',
    toReview: 'à revoir',
    requested: 'demandé par l’ANS',
    mine: 'à ma charge',
    late: 'en retard',
  },
  filtered: (what: string) => `seulement : ${what}`,
  nothingLeft: 'Rien à montrer avec ce filtre.',
  noCatalogue: (count: number) =>
    fill(
      'Le REM {count, plural, one {de ce dossier} other {de ces dossiers}} n’est pas connu, ou n’a pas pu être lu : rien ne peut être compté. La première ligne dit pourquoi, et mène où le corriger. Vous pouvez aussi importer le REM (.xlsx) par le menu « … » de cette vue.',
      'fr',
      { count },
    ),
  noSelf: 'Dites qui vous êtes : le réglage « segurPreuves.moi » est comparé à « suivi.responsable », et il est vide.',
};

const english: typeof french = {
  going: 'Go to the next proof',
  searching: 'Search for a requirement or a proof',
  searchHint: 'Id, words of the statement or of the proof, name of the evidence…',
  nothingToSearch: 'No proof dossier: there is nothing to search.',
  filtering: 'Filter compliance',
  chooseFilter: 'Show only…',
  filters: {
    all: 'everything',
    missing: 'to provide or to complete',
    toReview: 'to review',
    requested: 'asked for by ANS',
    mine: 'mine',
    late: 'late',
  },
  filtered: (what: string) => `only: ${what}`,
  nothingLeft: 'Nothing to show with this filter.',
  noCatalogue: (count) =>
    fill(
      'The REM of {count, plural, one {this dossier} other {these dossiers}} is not known, or could not be read: nothing can be counted. The first line says why, and leads to where it is corrected. You can also import the REM (.xlsx) by the menu “…” of this view.',
      'en',
      { count },
    ),
  noSelf: 'Say who you are: the setting “segurPreuves.moi” is compared with “suivi.responsable”, and it is empty.',
};

export const goingMessages: Readonly<Record<Locale, typeof french>> = { fr: french, en: english };
