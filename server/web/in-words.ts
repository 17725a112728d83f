import { say, type Locale, type Sentence } from '../core/messages/say';
import { UnreadableFile } from '../core/ports/file-fault';
import { fileFaultArguments, fileFaultWords } from '../core/ports/file-fault-words';
import { nameOf } from '../core/text/uri';
import { refusal, refusedAs } from '../lsp/refusal';

const gone: Sentence = {
  fr: '« {path} » n’existe plus : choisissez-le de nouveau.',
  en: '“{path}” is no longer there: choose it again.',
};

/** Runs what reads and writes files of the editor; its failures are answered in the user's words. */
export async function inWords<T>(locale: Locale, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const path = nameOf(error.file);
    if (error.fault.kind === 'brokenLink') throw refusal(gone, locale, { path });
    throw refusedAs(say(fileFaultWords[error.fault.kind], locale, fileFaultArguments(path, error.fault)));
  }
}
