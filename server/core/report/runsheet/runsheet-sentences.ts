import type { Sentence, SentenceArguments } from '../../messages/say';
import { say, type Locale } from '../../messages/say';
import type { RunsheetChoice } from './runsheet';

/** Why no script and no letter is made. */
export const runsheetSentences = {
  unknownFormat: {
    fr: 'Le nom {path} ne dit pas le format du document. Terminez-le par .html, .pdf ou .md.',
    en: 'Name {path} does not tell the format of the document. End it with .html, .pdf or .md.',
  },
  unknownChapter: {
    fr: 'Rien ne reste à fournir dans le chapitre « {name} ». Chapitres où il reste quelque chose : {known}.',
    en: 'Nothing is left to be provided in chapter “{name}”. Chapters where something is left: {known}.',
  },
  unknownPerson: {
    fr: 'Rien de ce qui reste à fournir n’est confié à « {name} ». Responsables nommés : {known}.',
    en: 'Nothing that is left to be provided is given to “{name}”. People named: {known}.',
  },
  none: { fr: 'aucun', en: 'none' },
} satisfies Record<string, Sentence>;

/** What a name that stands nowhere is refused with: it would give an empty document, which reads as if all was done. */
export function unknownName(
  { person, chapter }: Pick<RunsheetChoice, 'person' | 'chapter'>,
  { people, chapters }: { readonly people: readonly string[]; readonly chapters: readonly string[] },
  locale: Locale,
): { readonly sentence: Sentence; readonly args: SentenceArguments } | undefined {
  const refused = (sentence: Sentence, name: string | undefined, known: readonly string[]) => {
    if (name === undefined || known.some((one) => one.trim().toLowerCase() === name.trim().toLowerCase()))
      return undefined;
    const list = known.length === 0 ? say(runsheetSentences.none, locale) : known.join(', ');
    return { sentence, args: { name, known: list } };
  };
  return (
    refused(runsheetSentences.unknownPerson, person, people) ??
    refused(runsheetSentences.unknownChapter, chapter, chapters)
  );
}
