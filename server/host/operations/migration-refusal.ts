import { fileFaultArguments, fileFaultWords } from '../../core/ports/file-fault-words';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import type { PrepareOutcome } from './migrate-dossier';

const words = {
  badCatalogue: {
    fr: '{path} n’est pas lisible : {detail}',
    en: '{path} is not readable: {detail}',
  },
  unknownCatalogue: {
    fr: '« {path} » n’est ni un fichier *.rem.yaml ni un dispositif intégré{hint}.',
    en: '“{path}” is neither a *.rem.yaml file nor a built-in dispositif{hint}.',
  },
  near: { fr: ' (vouliez-vous {ids} ?)', en: ' (did you mean {ids}?)' },
  noPresentCatalogue: {
    fr: 'Le catalogue actuel du dossier ne peut pas être lu : sans lui, nul ne sait ce qui change. En ligne de commande, donnez-le avec --depuis ANCIEN.',
    en: 'The present catalogue of the dossier cannot be read: without it nobody knows what changes. On the command line, give it with --depuis OLD.',
  },
  catalogueExists: {
    fr: 'Le catalogue est hors du dossier, et {path} existe déjà avec un autre contenu. Copiez le catalogue dans le dossier sous un autre nom, puis recommencez.',
    en: 'The catalogue is outside the dossier, and {path} exists already with another content. Copy the catalogue into the dossier under another name, then try again.',
  },
  interrupted: {
    fr: 'Une mise à jour précédente a été interrompue en cours d’écriture. « segur-preuves migrate --annuler » remet le dossier comme avant ; recommencez ensuite.',
    en: 'A previous migration was cut off while writing. “segur-preuves migrate --annuler” puts the dossier back as it was; then try again.',
  },
  syntax: {
    fr: '{place} : ce manifeste a une erreur de syntaxe. Corrigez-la d’abord : rien n’a été modifié.',
    en: '{place}: this manifest has a syntax error. Mend it first: nothing was changed.',
  },
  unread: { fr: '{reason} Rien n’a été modifié.', en: '{reason} Nothing was changed.' },
  noDossier: {
    fr: '{path} n’a pas de section « dossier ». Rien n’a été modifié.',
    en: '{path} has no “dossier” section. Nothing was changed.',
  },
  unsafe: {
    fr: '{path} est écrit d’une façon qui ne permet pas de le modifier sans risque de perte. Rien n’a été modifié.',
    en: '{path} is written in a way that cannot be edited without risking a loss. Nothing was changed.',
  },
} satisfies Record<string, Sentence>;

export type Refusal = Exclude<PrepareOutcome, { readonly kind: 'prepared' }>;

/** Why a migration was not prepared, and what to do. @param place says where a syntax error or a file is */
export function refusalSentence(
  refusal: Refusal,
  locale: Locale,
  place: (uri: string, offset?: number) => string,
): string {
  switch (refusal.kind) {
    case 'badCatalogue':
    case 'unknownCatalogue':
      return catalogueRefusal(refusal, locale);
    case 'catalogueExists':
      return say(words.catalogueExists, locale, { path: refusal.path });
    case 'unread': {
      const args = fileFaultArguments(refusal.path, refusal.fault);
      return say(words.unread, locale, { reason: say(fileFaultWords[refusal.fault.kind], locale, args) });
    }
    case 'syntax':
      return say(words.syntax, locale, { place: place(refusal.uri, refusal.range.start) });
    case 'unsafe':
    case 'noDossier':
      return say(words[refusal.kind], locale, { path: place(refusal.uri) });
    case 'noPresentCatalogue':
    case 'interrupted':
      return words[refusal.kind][locale];
  }
}

/** Why a catalogue could not be loaded. */
export function catalogueRefusal(
  refusal: Extract<Refusal, { readonly kind: 'badCatalogue' | 'unknownCatalogue' }>,
  locale: Locale,
): string {
  const path = refusal.reference;
  if (refusal.kind === 'badCatalogue') {
    return say(words.badCatalogue, locale, { path, detail: refusal.message?.[locale] ?? '' });
  }
  const hint = refusal.near.length === 0 ? '' : say(words.near, locale, { ids: refusal.near.join(', ') });
  return say(words.unknownCatalogue, locale, { path, hint });
}
