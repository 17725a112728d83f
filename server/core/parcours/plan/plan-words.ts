import { say, type Locale, type Sentence } from '../../messages/say';
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

const units: Readonly<Record<JourneyDelay['unite'], Sentence>> = {
  heures: {
    fr: '{count, plural, one {# heure} other {# heures}}',
    en: '{count, plural, one {# hour} other {# hours}}',
  },
  jours: {
    fr: '{count, plural, one {# jour} other {# jours}}',
    en: '{count, plural, one {# day} other {# days}}',
  },
  jours_ouvres: {
    fr: '{count, plural, one {# jour ouvré} other {# jours ouvrés}}',
    en: '{count, plural, one {# working day} other {# working days}}',
  },
  semaines: {
    fr: '{count, plural, one {# semaine} other {# semaines}}',
    en: '{count, plural, one {# week} other {# weeks}}',
  },
  mois: {
    fr: '{count, number} mois',
    en: '{count, plural, one {# month} other {# months}}',
  },
  ans: {
    fr: '{count, plural, one {# an} other {# ans}}',
    en: '{count, plural, one {# year} other {# years}}',
  },
};

const late: Sentence = {
  fr: '{count, plural, one {# jour} other {# jours}} de retard',
  en: '{count, plural, one {# day} other {# days}} late',
};
const leftOver: Sentence = {
  fr: '{count, plural, one {# jour} other {# jours}} de marge',
  en: '{count, plural, one {# day} other {# days}} left over',
};

/** `10 semaines`, `10 weeks` */
export function durationWords({ valeur, unite }: JourneyDelay, locale: Locale): string {
  return say(units[unite], locale, { count: valeur });
}

/** `3 jours de marge`, `2 jours de retard` */
export function slackWords(slack: number, locale: Locale): string {
  return say(slack < 0 ? late : leftOver, locale, { count: Math.abs(slack) });
}
