import type { Sentence, SentenceArguments } from '../messages/say';

/** Why a cell can not be written; to be said with its arguments. */
export interface CellRefusal {
  readonly sentence: Sentence;
  readonly args?: SentenceArguments;
}

/** What is said of a cell that can not be written. */
export const refusals = {
  blank: {
    fr: 'Des espaces seuls ne disent rien : videz la cellule pour retirer « {key} ».',
    en: 'Spaces alone say nothing: empty the cell to take “{key}” away.',
  },
  date: {
    fr: '« {value} » n’est pas une date du calendrier. Écrivez-la AAAA-MM-JJ, par exemple 2026-11-02.',
    en: '“{value}” is no date of the calendar. Write it YYYY-MM-DD, such as 2026-11-02.',
  },
  allowed: {
    fr: '« {value} » n’est pas une valeur de « {key} ». Choisissez parmi : {allowed}.',
    en: '“{value}” is no value of “{key}”. Choose one of: {allowed}.',
  },
  format: {
    fr: '« {value} » n’a pas la forme que « {key} » attend.',
    en: '“{value}” has not the form that “{key}” expects.',
  },
  lines: {
    fr: '« {key} » tient sur une ligne : retirez les retours à la ligne.',
    en: '“{key}” fits on one line: take the line breaks out.',
  },
  characters: {
    fr: 'Ce texte contient un caractère invisible (U+{code}) qui ne survivrait pas dans le fichier. Retirez-le, puis recommencez.',
    en: 'This text holds an invisible character (U+{code}) that would not survive in the file. Take it out, then try again.',
  },
  review: {
    fr: 'Une revue dit qui a relu, quand, et son avis : il manque {keys}. Videz les trois pour la retirer.',
    en: 'A review says who reviewed, when, and the opinion: {keys} is missing. Empty all three to take it away.',
  },
  unknown: {
    fr: '{id} n’est ni une preuve, ni un scénario, ni une exigence de ce dossier.',
    en: '{id} is no proof, scenario or requirement of this dossier.',
  },
  noRequirement: {
    fr: '{id} est un scénario cœur de métier : il ne dépend d’aucune exigence seule. Écrivez-le pour le scénario.',
    en: '{id} is a core-business scenario: it stands under no single requirement. Write it for the scenario.',
  },
  noPiece: {
    fr: '{id} n’a pas de pièce numéro {piece} : le dossier a changé depuis. Relisez la ligne, puis recommencez.',
    en: '{id} has no piece number {piece}: the dossier has changed since. Look at the row again, then try again.',
  },
  noField: {
    fr: 'Le format n’a pas de texte « {key} » à cet endroit.',
    en: 'The format has no text “{key}” there.',
  },
  noStep: {
    fr: 'Le scénario {id} n’a pas d’étape {step} : {count, plural, =0 {il n’en a aucune} one {il n’en a qu’une} other {il en a #}}.',
    en: 'Scenario {id} has no step {step}: it has {count, plural, =0 {none} other {#}}.',
  },
  justification: {
    fr: 'Une déclaration « non applicable » dit pourquoi : écrivez la justification, ou retirez d’abord la déclaration signée.',
    en: 'Declaring something not applicable takes a reason: write the justification, or take the signed statement away first.',
  },
  alias: {
    fr: '{id} est écrit par un alias YAML (« * ») : ce qui s’y écrirait changerait aussi d’autres preuves. Dans le texte, remplacez l’alias par ce qu’il répète.',
    en: '{id} is written as a YAML alias (“*”): what is written there would change other proofs too. In the text, replace the alias with what it repeats.',
  },
  shared: {
    fr: '{id} est repris ailleurs par un alias YAML (« & ») : ce qui s’y écrirait changerait aussi ces endroits. Dans le texte, recopiez-le à la place de l’alias.',
    en: '{id} is repeated elsewhere by a YAML alias (“&”): what is written there would change those places too. In the text, copy it in place of the alias.',
  },
  shape: {
    fr: '« {key} » est écrit sous {id} d’une façon que seule la vue texte peut corriger. Rien n’a été modifié.',
    en: '“{key}” is written under {id} in a way that only the text view can correct. Nothing was changed.',
  },
} satisfies Record<string, Sentence>;
