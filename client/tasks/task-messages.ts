import type { Locale } from '../../words/locale';

/** What the list of tasks says of each. */
const french = {
  check: 'Vérifie le dossier une fois',
  watch: 'Vérifie le dossier à chaque changement, jusqu’à l’arrêt de la tâche',
  status: 'Dit où en est le dossier, chapitre par chapitre',
};

type TaskMessages = typeof french;

export const taskMessages: Readonly<Record<Locale, TaskMessages>> = {
  fr: french,
  en: {
    check: 'Checks the dossier once',
    watch: 'Checks the dossier at each change, until the task is stopped',
    status: 'Tells where the dossier stands, chapter by chapter',
  },
};
