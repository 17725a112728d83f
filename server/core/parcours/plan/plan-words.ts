import type { Sentence } from '../../messages/say';
import type { Counterpart, JourneyConfidence, JourneyDelay } from '../../manifest/journey';
import type { StepState } from '../../manifest/journey-ids';
import type { OrderWindow } from './order-windows';
import type { Verdict } from './plan';

/** Words of the plan, for tree, report, calendar and command line alike. */
export const unknownWord: Sentence = { fr: 'inconnu', en: 'unknown' };

export const actorWords: Readonly<Record<Counterpart, Sentence>> = {
  ANS: { fr: 'ANS', en: 'ANS' },
  CNDA: { fr: 'CNDA', en: 'CNDA' },
  ASP: { fr: 'ASP', en: 'ASP' },
  CLIENT: { fr: 'Client', en: 'Client' },
  EDITEUR: { fr: 'Éditeur', en: 'Vendor' },
};

export const stateWords: Readonly<Record<StepState, Sentence>> = {
  'à faire': { fr: 'à faire', en: 'to do' },
  'en cours': { fr: 'en cours', en: 'under way' },
  faite: { fr: 'faite', en: 'done' },
  'sans objet': { fr: 'sans objet', en: 'not needed' },
};

export const verdictWords: Readonly<Record<Verdict, Sentence>> = {
  done: { fr: 'faite', en: 'done' },
  notNeeded: { fr: 'sans objet', en: 'not needed' },
  closed: { fr: 'échéance passée', en: 'deadline over' },
  late: { fr: 'intenable aux délais connus', en: 'not possible with the known delays' },
  tight: { fr: 'juste', en: 'tight' },
  onTime: { fr: 'dans les temps', en: 'on time' },
  unknown: { fr: 'échéance inconnue', en: 'deadline unknown' },
};

export const orderWords: Readonly<Record<OrderWindow['verdict'], Sentence>> = {
  admissible: { fr: 'admissible', en: 'admissible' },
  tooOld: { fr: 'trop ancienne', en: 'too old' },
  expired: { fr: 'fenêtre passée', en: 'window over' },
  afterAdvance: { fr: 'après la clôture des avances', en: 'after the closing of advances' },
  cancelled: { fr: 'annulée', en: 'cancelled' },
  open: { fr: 'fenêtre ouverte', en: 'window open' },
};

export const natureWords: Readonly<Record<JourneyDelay['nature'], Sentence>> = {
  reglementaire: { fr: 'réglementaire', en: 'regulatory' },
  indicatif: { fr: 'indicatif', en: 'indicative' },
  observe: { fr: 'moyenne constatée', en: 'observed mean' },
  conseil: { fr: 'conseil', en: 'advice' },
};

export const confidenceWords: Readonly<Record<JourneyConfidence, Sentence>> = {
  vu: { fr: 'lu dans la source', en: 'read in the source' },
  deduit: { fr: 'déduit', en: 'inferred' },
  tierce: { fr: 'source tierce', en: 'third-party source' },
};

const units: Readonly<Record<JourneyDelay['unite'], readonly [one: Sentence, many: Sentence]>> = {
  heures: [
    { fr: 'heure', en: 'hour' },
    { fr: 'heures', en: 'hours' },
  ],
  jours: [
    { fr: 'jour', en: 'day' },
    { fr: 'jours', en: 'days' },
  ],
  jours_ouvres: [
    { fr: 'jour ouvré', en: 'working day' },
    { fr: 'jours ouvrés', en: 'working days' },
  ],
  semaines: [
    { fr: 'semaine', en: 'week' },
    { fr: 'semaines', en: 'weeks' },
  ],
  mois: [
    { fr: 'mois', en: 'month' },
    { fr: 'mois', en: 'months' },
  ],
  ans: [
    { fr: 'an', en: 'year' },
    { fr: 'ans', en: 'years' },
  ],
};

/** `10 semaines`, `10 weeks` */
export function durationWords({ valeur, unite }: JourneyDelay): Sentence {
  const unit = units[unite][valeur === 1 ? 0 : 1];
  return { fr: `${valeur} ${unit.fr}`, en: `${valeur} ${unit.en}` };
}

/** `3 jours de marge`, `2 jours de retard` */
export function slackWords(slack: number): Sentence {
  const count = Math.abs(slack);
  const [day, jour] = count === 1 ? ['day', 'jour'] : ['days', 'jours'];
  return slack < 0
    ? { fr: `${count} ${jour} de retard`, en: `${count} ${day} late` }
    : { fr: `${count} ${jour} de marge`, en: `${count} ${day} left over` };
}
