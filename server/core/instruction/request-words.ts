import { say, type Locale, type Sentence } from '../messages/say';
import type { OpenRequest } from './open-requests';

const words = {
  pending: { fr: 'à traiter', en: 'to deal with' },
  overdue: { fr: 'à traiter, en retard', en: 'to deal with, late' },
  undated: { fr: 'sans date', en: 'no date' },
  until: { fr: 'du {on} · répondre d’ici le {until}', en: 'of {on} · answer by {until}' },
  late: {
    fr: 'du {on} · réponse conseillée au plus tard le {until} : dépassé',
    en: 'of {on} · answer advised by {until}: overdue',
  },
} satisfies Record<string, Sentence>;

/** The same without how many. */
export const requestsHead: Sentence = { fr: 'Demandes de l’ANS à traiter', en: 'Requests of ANS to deal with' };

/** What a list of open requests is called, with how many there are. */
export function requestsTitle(count: number, locale: Locale): string {
  return `${say(requestsHead, locale)} (${count})`;
}

/** What a request is about: the proof, else the chapter. */
export function requestSubject({ proof, chapter }: OpenRequest): string {
  return proof ?? chapter ?? '';
}

/** Where a request stands, in two or three words. */
export function requestState(overdue: boolean, locale: Locale): string {
  return words[overdue ? 'overdue' : 'pending'][locale];
}

/** When it was made, and until when ANS advises to answer (24 h: advice, no sanctioned delay). */
export function requestDates({ on, answerBy, overdue }: OpenRequest, locale: Locale): string {
  if (on === undefined || answerBy === undefined) return words.undated[locale];
  return say(words[overdue ? 'late' : 'until'], locale, { on, until: answerBy });
}
