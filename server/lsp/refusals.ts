import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Locale } from '../core/messages/say';
import { failureSentence } from '../host/operations/failure-sentence';

export { noDossier, refusal, refusedAs, untrusted } from './refusal';

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
