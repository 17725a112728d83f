import type { Sentence } from '../../core/messages/say';

/** What `collect` says. */
export const collectMessages = {
  nothing: {
    fr: 'Rien à collecter : indiquez un rapport de tests ou un répertoire.',
    en: 'Nothing to collect: give a report of tests or a folder.',
  },
  notReport: {
    fr: '« {path} » n’est pas un rapport de tests connu (JUnit, Playwright, Cucumber, Mocha, Newman, Inferno, Gazelle…).',
    en: '“{path}” is no report of tests that is known (JUnit, Playwright, Cucumber, Mocha, Newman, Inferno, Gazelle…).',
  },
  unreadable: { fr: '« {path} » ne peut pas être lu.', en: '“{path}” cannot be read.' },
  missing: {
    fr: '« {path} », que le rapport cite, n’est pas là : gardez les pièces jointes avec le rapport.',
    en: '“{path}”, which the report cites, is not there: keep the attachments with the report.',
  },
  ledger: {
    fr: '« {path} » n’est plus lisible : rien de ce qu’une exécution précédente a apporté ne sera remplacé.',
    en: '“{path}” cannot be read any more: nothing that an earlier run brought will be replaced.',
  },
  summary: {
    fr: '{tests, plural, =0 {Aucun test lu} one {# test lu} other {# tests lus}}, dont {others} sans identifiant de preuve : {fresh, plural, =0 {aucune pièce nouvelle} one {# pièce nouvelle} other {# pièces nouvelles}}, {replaced, plural, =0 {aucune remplacée} one {# remplacée} other {# remplacées}}, {already, plural, =0 {aucune inchangée} one {# inchangée} other {# inchangées}}.',
    en: '{tests, plural, =0 {No test read} one {# test read} other {# tests read}}, {others} of them without an id of a proof: {fresh, plural, =0 {no new piece} one {# new piece} other {# new pieces}}, {replaced, plural, =0 {none replaced} one {# replaced} other {# replaced}}, {already, plural, =0 {none unchanged} one {# unchanged} other {# unchanged}}.',
  },
  dryRun: { fr: 'Aperçu seulement : rien n’a été copié ni écrit.', en: 'Preview only: nothing was copied or written.' },
  refused: {
    fr: 'Les pièces d’une exécution précédente ne peuvent pas être remplacées : {fault} Rien n’a été modifié.',
    en: 'The pieces of an earlier run cannot be replaced: {fault} Nothing was changed.',
  },
} satisfies Record<string, Sentence>;
