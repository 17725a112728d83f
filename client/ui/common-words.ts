import type { CommonWords } from '../../protocol/webview/common-words';
import type { Locale } from '../../words/locale';
import { english as englishMessages } from '../messages-en';
import { french as frenchMessages } from '../messages-fr';

const french: CommonWords = {
  loading: 'Lecture du dossier…',
  retry: 'Réessayer',
  restart: frenchMessages.restart,
  openLog: frenchMessages.openLog,
  saveAll: 'Tout enregistrer',
  severities: { error: 'Erreur', warning: 'Avertissement', info: 'Information', hint: 'Conseil' },
  works: { 'à faire': 'à faire', 'en cours': 'en cours', 'à vérifier': 'à vérifier', fait: 'fait' },
  late: 'en retard',
  attach: 'Joindre…',
  writing: 'Écriture…',
  refused: 'Rien n’a été écrit : {why}',
};

const english: CommonWords = {
  loading: 'Reading the dossier…',
  retry: 'Try again',
  restart: englishMessages.restart,
  openLog: englishMessages.openLog,
  saveAll: 'Save all',
  severities: { error: 'Error', warning: 'Warning', info: 'Information', hint: 'Hint' },
  works: { 'à faire': 'to do', 'en cours': 'in progress', 'à vérifier': 'to check', fait: 'done' },
  late: 'late',
  attach: 'Attach…',
  writing: 'Writing…',
  refused: 'Nothing was written: {why}',
};

/** What several pages say. */
export const commonWords: Readonly<Record<Locale, CommonWords>> = { fr: french, en: english };
