import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { say, type Locale, type Sentence, type SentenceArguments } from '../core/messages/say';

export const untrusted: Sentence = {
  fr: 'Ce dossier n’est pas approuvé : rien n’y est écrit. Approuvez-le dans l’éditeur, puis recommencez.',
  en: 'This folder is not trusted: nothing is written in it. Trust it in the editor, then try again.',
};

export const noDossier: Sentence = {
  fr: 'Ce dossier n’existe pas : {uri}',
  en: 'There is no such dossier: {uri}',
};

/** The client shows the message as it is. */
export function refusal(sentence: Sentence, locale: Locale, args: SentenceArguments = {}): ResponseError {
  return refusedAs(say(sentence, locale, args));
}

/** The same for what is in words already. */
export function refusedAs(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
