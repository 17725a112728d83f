import { say, type Locale, type Sentence } from '../../messages/say';
import type { Task, TaskList } from './task-list';

/** What lists of tasks say beside the manifest's and the catalogue's own words. */
export const taskWords = {
  all: { fr: 'Qui fait quoi, pour quand', en: 'Who does what by when' },
  of: { fr: 'Preuves à la charge de {person}', en: 'Proofs given to {person}' },
  internal: {
    fr: 'Document interne : il nomme des personnes. Il n’est pas à transmettre à l’ANS.',
    en: 'Internal document: it names people. It is not to be sent to ANS.',
  },
  summary: {
    fr: '{count, plural, =0 {Rien ne reste à fournir} one {# preuve reste à fournir} other {# preuves restent à fournir}} au {at}{late, plural, =0 {.} one {, dont # en retard.} other {, dont # en retard.}}',
    en: '{count, plural, =0 {Nothing is left to be provided} one {# proof is left to be provided} other {# proofs are left to be provided}} on {at}{late, plural, =0 {.} one {, # of them late.} other {, # of them late.}}',
  },
  lateSummary: {
    fr: '{late, plural, =0 {Rien n’est en retard} one {# preuve est en retard} other {# preuves sont en retard}} au {at}.',
    en: '{late, plural, =0 {Nothing is late} one {# proof is late} other {# proofs are late}} on {at}.',
  },
  unknown: {
    fr: 'Le REM de ce dossier n’est pas connu, ou n’a pas pu être lu : ce qui reste à fournir n’est pas connu.',
    en: 'The REM of this dossier is not known, or could not be read: what is left to be provided is not known.',
  },
  nobody: { fr: 'Personne n’est nommé', en: 'Nobody is named' },
  unknownPerson: {
    fr: 'Le dossier ne confie rien à « {name} ». Responsables nommés (« suivi.responsable ») : {known}.',
    en: 'The dossier gives nothing to “{name}”. People named (“suivi.responsable”): {known}.',
  },
  none: { fr: 'aucun', en: 'none' },
  proof: { fr: 'Preuve', en: 'Proof' },
  title: { fr: 'Intitulé', en: 'Title' },
  scenario: { fr: 'Scénario', en: 'Scenario' },
  requirement: { fr: 'Exigence', en: 'Requirement' },
  chapter: { fr: 'Chapitre', en: 'Chapter' },
  state: { fr: 'État', en: 'State' },
  responsible: { fr: 'Responsable', en: 'Responsible' },
  due: { fr: 'Pour le', en: 'Due' },
  work: { fr: 'Travail', en: 'Work' },
  late: { fr: 'En retard', en: 'Late' },
  yes: { fr: 'oui', en: 'yes' },
  dossier: { fr: 'Dossier', en: 'Dossier' },
  key: { fr: 'Clé', en: 'Key' },
  oneOf: { fr: 'une suffit pour {id}', en: 'one is enough for {id}' },
} satisfies Record<string, Sentence>;

/** What a list is about, and how much of it is left. */
export function taskTitle({ person, dossier }: TaskList, locale: Locale): string {
  const what = person === undefined ? say(taskWords.all, locale) : say(taskWords.of, locale, { person });
  return `${what} · ${dossier}`;
}

export function taskSummary({ isKnown, onlyLate, tasks, at, late }: TaskList, locale: Locale): string {
  if (!isKnown && tasks.length === 0) return say(taskWords.unknown, locale);
  if (onlyLate) return lateSummary({ late, at }, locale);
  return say(taskWords.summary, locale, { count: tasks.length, at, late });
}

/** How much is late, and on which day. */
export function lateSummary({ late, at }: Pick<TaskList, 'late' | 'at'>, locale: Locale): string {
  return say(taskWords.lateSummary, locale, { late, at });
}

/** What is expected, and that one of several is enough where it is. */
export function expectedText({ expected, oneOf }: Task, locale: Locale): string {
  const enough = oneOf === undefined ? '' : say(taskWords.oneOf, locale, { id: oneOf });
  return [expected, enough === '' ? '' : `(${enough})`].filter(Boolean).join(' ');
}
