import type { Locale } from '../../words/locale';
import { fill } from '../../words/say';

/** What is said while something that the vendor already has comes in. */
const french = {
  intake: 'Reprise d’un tableau de suivi',
  collect: 'Collecte des pièces des tests',
  chooseSheet: 'Tableau de suivi à reprendre',
  sheetFilter: 'Tableaux (Excel, CSV)',
  read: 'Lire',
  chooseFolder: 'Où sont les fichiers que le tableau nomme ?',
  sheetFolder: 'Dans le répertoire du tableau',
  dossierFolder: 'Dans le répertoire du dossier de preuves',
  otherFolder: 'Dans un autre répertoire…',
  search: 'Chercher ici',
  chooseReports: 'Rapports de tests, ou répertoire qui les contient',
  collectHere: 'Collecter',
  chooseDossier: 'Dossier de preuves qui reçoit les pièces',
  reading: 'Lecture…',
  writing: 'Écriture…',
  comesIn: 'Ce qui vient',
  doesNot: 'Ce qui ne vient pas',
  columnsRead: (sheet: string) => `Colonnes de « ${sheet} »`,
  leftAlone: 'non reprise',
  unused: 'Fichiers que rien ne nomme',
  nothing: 'rien',
  agree: 'Écrire dans le dossier',
  seeAll: 'Voir le détail',
  changeColumns: 'Changer les colonnes…',
  whichColumn: 'Quelle colonne a été mal comprise ?',
  whatHolds: (header: string) => `Que contient « ${header} » ?`,
  holdsNothing: 'Rien à reprendre',
  planName: 'aperçu.txt',
  confirm: 'Rien n’est encore écrit.',
  notes: (count: number) =>
    fill(
      '{count, plural, =0 {Tout ce que le tableau dit est repris} one {Un point n’est pas repris} other {# points ne sont pas repris}}.',
      'fr',
      { count },
    ),
  nothingComes: (summary: string) => `Rien de nouveau à écrire. ${summary}`,
  done: (summary: string) => `Écrit. ${summary}`,
};

export type IncomingMessages = typeof french;

const english: IncomingMessages = {
  intake: 'Taking in a tracking sheet',
  collect: 'Collecting the pieces of tests',
  chooseSheet: 'Tracking sheet to take in',
  sheetFilter: 'Sheets (Excel, CSV)',
  read: 'Read',
  chooseFolder: 'Where are the files that the sheet names?',
  sheetFolder: 'In the folder of the sheet',
  dossierFolder: 'In the folder of the proof dossier',
  otherFolder: 'In another folder…',
  search: 'Search here',
  chooseReports: 'Reports of tests, or the folder that holds them',
  collectHere: 'Collect',
  chooseDossier: 'Proof dossier that gets the pieces',
  reading: 'Reading…',
  writing: 'Writing…',
  comesIn: 'What comes in',
  doesNot: 'What does not',
  columnsRead: (sheet) => `Columns of “${sheet}”`,
  leftAlone: 'left alone',
  unused: 'Files that nothing names',
  nothing: 'nothing',
  agree: 'Write into the Dossier',
  seeAll: 'See the Details',
  changeColumns: 'Change the Columns…',
  whichColumn: 'Which column was misunderstood?',
  whatHolds: (header) => `What does “${header}” hold?`,
  holdsNothing: 'Nothing to take in',
  planName: 'preview.txt',
  confirm: 'Nothing is written yet.',
  notes: (count) =>
    fill(
      '{count, plural, =0 {All that the sheet says comes in} one {One point does not come in} other {# points do not come in}}.',
      'en',
      { count },
    ),
  nothingComes: (summary) => `Nothing new to write. ${summary}`,
  done: (summary) => `Written. ${summary}`,
};

export const incomingMessages: Readonly<Record<Locale, IncomingMessages>> = { fr: french, en: english };
