import { say, type Locale, type Sentence } from '../messages/say';
import type { CollectPlan } from './plan-collect';

const summary: Sentence = {
  fr: '{tests, plural, =0 {Aucun test lu} one {# test lu} other {# tests lus}}{others, plural, =0 { :} one {, dont # sans identifiant de preuve :} other {, dont # sans identifiant de preuve :}} {fresh, plural, =0 {aucune pièce nouvelle} one {# pièce nouvelle} other {# pièces nouvelles}}, {replaced, plural, =0 {aucune remplacée} one {# remplacée} other {# remplacées}}, {already, plural, =0 {aucune inchangée} one {# inchangée} other {# inchangées}}.',
  en: '{tests, plural, =0 {No test read} one {# test read} other {# tests read}}{others, plural, =0 {:} one {, # of them without an id of a proof:} other {, # of them without an id of a proof:}} {fresh, plural, =0 {no new piece} one {# new piece} other {# new pieces}}, {replaced, plural, =0 {none replaced} one {# replaced} other {# replaced}}, {already, plural, =0 {none unchanged} one {# unchanged} other {# unchanged}}.',
};

/** How much a run brings, in a line. @param tests of all reports */
export function collectSummary({ pieces, others, already }: CollectPlan, tests: number, locale: Locale): string {
  const replaced = pieces.filter(({ replaces }) => replaces).length;
  return say(summary, locale, { tests, others, fresh: pieces.length - replaced, replaced, already });
}
