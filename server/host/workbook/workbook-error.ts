import { say, type Locale, type Sentence, type SentenceArguments } from '../../core/messages/say';

/** Why a file could not be read as a workbook. */
export type WorkbookErrorCode =
  | 'fichier-vide'
  | 'pas-un-classeur'
  | 'ancien-format'
  | 'classeur-chiffre'
  | 'autre-format'
  | 'sans-feuille'
  | 'archive-corrompue'
  | 'contenu-corrompu'
  | 'trop-volumineux';

const sentences: Readonly<Record<WorkbookErrorCode, Sentence>> = {
  'fichier-vide': { fr: 'Le fichier est vide.', en: 'The file is empty.' },
  'pas-un-classeur': {
    fr: "Ce fichier n'est pas un classeur .xlsx.",
    en: 'This file is not an .xlsx workbook.',
  },
  'ancien-format': {
    fr: "Ce classeur est à l'ancien format .xls : enregistrez-le au format .xlsx, puis recommencez.",
    en: 'This workbook has the old .xls format: save it as .xlsx, then try again.',
  },
  'classeur-chiffre': {
    fr: 'Ce classeur est protégé par un mot de passe : enregistrez-en une copie sans mot de passe, puis recommencez.',
    en: 'This workbook is protected by a password: save a copy without it, then try again.',
  },
  'autre-format': {
    fr: 'Ce fichier est au format {format} : enregistrez-le au format .xlsx, puis recommencez.',
    en: 'This file has the {format} format: save it as .xlsx, then try again.',
  },
  'sans-feuille': { fr: 'Ce classeur ne contient aucune feuille.', en: 'This workbook has no sheet.' },
  'archive-corrompue': {
    fr: 'Le classeur est endommagé ou incomplet ({detail}).',
    en: 'The workbook is damaged or incomplete ({detail}).',
  },
  'contenu-corrompu': {
    fr: 'Une partie du classeur est illisible : {part} ({detail}).',
    en: 'One part of the workbook cannot be read: {part} ({detail}).',
  },
  'trop-volumineux': {
    fr: 'Le contenu du classeur dépasse la limite admise ({detail}).',
    en: 'The content of the workbook is over the accepted limit ({detail}).',
  },
};

/** A file that cannot be read as a workbook. `code` never changes; the text is for the user. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
  readonly code: WorkbookErrorCode;
  readonly #args: SentenceArguments;

  constructor(code: WorkbookErrorCode, args: SentenceArguments = {}) {
    super(say(sentences[code], 'en', args));
    this.code = code;
    this.#args = args;
  }

  /** What to tell the user. */
  text(locale: Locale): string {
    return say(sentences[this.code], locale, this.#args);
  }
}
