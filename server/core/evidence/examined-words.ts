import { say, type Locale, type Sentence } from '../messages/say';
import { examinedOf, type Examined, type Extent, type LeftReason } from './examined';
import type { EvidenceFile } from './evidence-file';

/** How far a piece was looked into, in the words of all outputs. */
export const extentWords: Readonly<Record<Extent, Sentence>> = {
  whole: { fr: 'en entier', en: 'whole' },
  partly: { fr: 'en partie', en: 'in part' },
  notRead: { fr: 'non lue', en: 'not read' },
};

const leftWords: Readonly<Record<LeftReason, Sentence>> = {
  kind: { fr: 'rien ici ne lit ce genre de contenu', en: 'nothing here reads such content' },
  picture: {
    fr: 'une image est vue dans sa forme, ce qu’elle montre n’est pas lu',
    en: 'the form of a picture is looked at, what it shows is not read',
  },
  scan: { fr: 'ses pages sont des images, sans texte', en: 'its pages are pictures, without text' },
  recognised: {
    fr: 'le texte d’une image est lu par reconnaissance, qui peut se tromper et en manquer',
    en: 'the text of a picture is read by recognition, which may be wrong and miss some',
  },
  limit: { fr: 'une limite de lecture est atteinte', en: 'a limit of reading is met' },
  encrypted: { fr: 'un contenu est chiffré', en: 'some content is encrypted' },
  damaged: { fr: 'un contenu est endommagé', en: 'some content is damaged' },
  stopped: { fr: 'la lecture s’est arrêtée avant la fin', en: 'the reading stopped before the end' },
  browser: {
    fr: 'son contenu n’est pas lu dans le navigateur : cela demande VS Code sur votre poste',
    en: 'its content is not read in the browser: this needs VS Code on your machine',
  },
  elsewhere: { fr: 'le contenu est ailleurs (pointeur)', en: 'the content is elsewhere (pointer)' },
};

const withReasons: Sentence = { fr: '{extent} ({reasons})', en: '{extent} ({reasons})' };
/** Parts named for one reason. */
const namedParts = 3;

/** `en partie (rien ici ne lit ce genre de contenu : a.7z)`. */
export function examinedWords({ extent, left }: Examined, locale: Locale): string {
  const words = extentWords[extent][locale];
  if (left.length === 0) return words;
  const colon = locale === 'fr' ? '\u00a0: ' : ': ';
  const reasons = left.map(({ reason, parts }) => {
    const named = parts.slice(0, namedParts).join(', ') + (parts.length > namedParts ? '…' : '');
    return leftWords[reason][locale] + (named === '' ? '' : colon + named);
  });
  return say(withReasons, locale, { extent: words, reasons: reasons.join(locale === 'fr' ? '\u202f; ' : '; ') });
}

/** The same of whatever is known of a path; undefined when it is no file that can be opened, or not known yet. */
export function examinedFileWords(file: EvidenceFile | undefined, locale: Locale): string | undefined {
  const examined = file?.state === 'file' ? examinedOf(file) : undefined;
  return examined && examinedWords(examined, locale);
}
