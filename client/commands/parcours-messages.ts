import type { Locale } from '../../words/locale';

/** What the actions of the *Parcours* view ask and say. */
const french = {
  marking: 'Marquer l’étape faite',
  dating: 'Écrire la date',
  opening: 'Ouvrir dans le manifeste',
  doneOn: 'Date de fin, AAAA-MM-JJ ; vide si elle n’est pas connue.',
  which: 'Quelle date ?',
  dates: { debut: 'Début', fin: 'Fin', prevue_le: 'Fin prévue' },
  day: 'AAAA-MM-JJ',
  moment: 'Date lue dans le DSR ou l’appel à financement : AAAA-MM-JJ, ou AAAA-MM-JJ HH:MM (heure de Paris).',
  source:
    'Où cette date a été lue (DSR §4…) ; vide si vous ne l’avez pas vérifiée. Avec une source, la vérification est datée d’aujourd’hui.',
  notADay: 'Écrivez une date du calendrier, comme 2026-05-13.',
  notAMoment: 'Écrivez une date du calendrier, comme 2026-05-13 ou 2026-05-13 12:00.',
  noTarget: 'Choisissez une étape ou une échéance du calendrier dans la vue Parcours.',
  changed: 'Le manifeste n’a pas pu être modifié : il a changé entre-temps, ou il est en lecture seule. Recommencez.',
};

const english: typeof french = {
  marking: 'Mark the step as done',
  dating: 'Write the date',
  opening: 'Open in the manifest',
  doneOn: 'Date of end, YYYY-MM-DD; empty when it is not known.',
  which: 'Which date?',
  dates: { debut: 'Start', fin: 'End', prevue_le: 'Planned end' },
  day: 'YYYY-MM-DD',
  moment: 'Date read in the DSR or the call for financing: YYYY-MM-DD, or YYYY-MM-DD HH:MM (Paris time).',
  source:
    'Where this date was read (DSR §4…); empty when you did not check it. With a source, the check is dated today.',
  notADay: 'Write a date of the calendar, like 2026-05-13.',
  notAMoment: 'Write a date of the calendar, like 2026-05-13 or 2026-05-13 12:00.',
  noTarget: 'Choose a step or a date of the calendar in the view of the way.',
  changed: 'The manifest could not be changed: it is another one by now, or read-only. Try again.',
};

export const parcoursMessages: Readonly<Record<Locale, typeof french>> = { fr: french, en: english };
