import { isPlaceholder } from './placeholder';

/** Words that fill a field without saying anything, in French and English, without accents. */
const fillers = new Set(
  (
    'a aa ab abc asdf aucun aucune azerty bla blabla ca cf completer completez compl confer confirmer definir determiner documenter donner ' +
    'draft exemple faire fixme foo bar baz fournir idem ipsum joindre justifier justification lorem motif na nc ne neant ' +
    'no non none nothing nsp null oui yes ok ko placeholder preciser qwerty qwertz raison rediger reason remplir renseigner rien ' +
    'sans suivre car ci joint jointe joints jointes annexe parce because attached see tba tbc tbd test tester texte todo undefined unknown venir voir wip'
  ).split(' '),
);

/** Words that only say again that something does not apply, and those that hold such a sentence together. */
const restated = new Set(
  (
    'non pas ne n est sont ni not no is are does do doesn isn t s applicable applicables applique appliquent appliquer apply ' +
    'applies concerne concernee concernes concernees concerned objet sans hors perimetre scope of out relevant irrelevant ' +
    'pertinent pertinente le la les l un une des de du d a au aux et ou en dans par pour sur ce cet cette ces c qui que qu ' +
    'il elle on nous notre nos the this that it our us to for by in and or exigence exigences scenario scenarios requirement ' +
    'requirements preuve preuves proof proofs logiciel logiciels software produit product solution editeur vendor dossier ' +
    'application candidat candidate present presente id identifiant numero'
  ).split(' '),
);

/** Words that put something off, or say that it was not done: no reason why it does not apply. */
const puttingOff = new Set(
  (
    'temps manque faute plus tard ulterieurement prochainement bientot demain encore deja pas cours attente verra verrons on ' +
    'sera seront etre fait faits faite faites realise realisee developpe developpee developpes developpees implemente ' +
    'implementee code prevu prevue prevus prevues prochain prochaine future futur version versions pret prete disponible ' +
    'envie sais sait savons je impossible time later soon yet tomorrow wip done ready planned available implemented ' +
    'developed will be been have has had next release releases know we i lack enough assez avons avoir ai an annee year ' +
    'semaine mois week month trimestre quarter'
  ).split(' '),
);

/** The words of a text: letters and digits, in lower case, without accents. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** One letter or sign over and over: `xxx`, `???`. */
function isRepeated(word: string): boolean {
  return /^(\p{L})\1+$/u.test(word);
}

/** What a reason is about: saying it again is no reason. */
export interface ReasonSubject {
  readonly ids: readonly string[];
  /** Statements, names and steps, as the catalogue has them. */
  readonly statements: readonly string[];
}

/** A run of so many words of the statement is the statement again, not a reason that happens to use its words. */
const quotedWords = 5;

/**
 * Whether a text gives a reason why something does not apply. A placeholder, the id, the statement, once more that it does
 * not apply, or that it will be done later, is none.
 */
export function saysWhy(text: string, { ids, statements }: ReasonSubject): boolean {
  const said = wordsSaid(text, ids);
  if (said.every((word) => isEmptyWord(word) || puttingOff.has(word))) return false;
  return !statements.some((statement) => isQuoted(said, withoutIds(wordsOf(statement), ids)));
}

/** Whether a text says anything at all, beside a placeholder and ids. */
export function saysSomething(text: string, ids: readonly string[]): boolean {
  return wordsSaid(text, ids).length > 0;
}

/** The words that say something; none where no word does. */
function wordsSaid(text: string, ids: readonly string[]): readonly string[] {
  if (isPlaceholder(text)) return [];
  const said = withoutIds(wordsOf(text), ids).filter((word) => !restated.has(word));
  if (said.every(isEmptyWord) || (said.length === 1 && (said[0]?.length ?? 0) < 4)) return [];
  return said;
}

function isEmptyWord(word: string): boolean {
  return fillers.has(word) || isRepeated(word) || /^\p{N}+$/u.test(word);
}

/** Ids are several words each (`INS/va1.56`): they are taken out as they stand. */
function withoutIds(words: readonly string[], ids: readonly string[]): string[] {
  let text = ` ${words.join(' ')} `;
  for (const id of ids) {
    const bare = wordsOf(id).join(' ');
    while (bare !== '' && text.includes(` ${bare} `)) text = text.replace(` ${bare} `, ' ');
  }
  return text.split(' ').filter((word) => word !== '');
}

function isQuoted(said: readonly string[], statement: readonly string[]): boolean {
  const source = statement.filter((word) => !restated.has(word));
  if (said.length === 0 || source.length === 0) return false;
  const whole = ` ${source.join(' ')} `;
  const text = ` ${said.join(' ')} `;
  if (whole === text) return true;
  // A part of the statement, or all of it with what only restates around it.
  return (
    (said.length >= quotedWords && whole.includes(text)) || (source.length >= quotedWords && restOf(text, whole) === 0)
  );
}

/** How many words a text has beside the statement; -1 where it does not hold it. */
function restOf(text: string, whole: string): number {
  if (!text.includes(whole)) return -1;
  return text
    .replace(whole, ' ')
    .split(' ')
    .filter((word) => word !== '' && !fillers.has(word)).length;
}
