import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { say, type Locale, type Sentence, type SentenceArguments } from '../core/messages/say';
import { failureSentence } from '../host/operations/failure-sentence';

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

/** Runs an operation on files; its failures are answered in the user's words. @param path what the work is about */
export async function inWords<T>(path: string, locale: Locale, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const message = failureSentence(error, path, locale);
    if (message === undefined) throw error;
    throw new ResponseError(LSPErrorCodes.RequestFailed, message);
  }
}
