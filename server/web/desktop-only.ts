import type { Connection } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Sentence } from '../core/messages/say';
import { refusal } from '../lsp/refusal';
import type { RequestContext } from '../lsp/request-context';

const desktopOnly: Sentence = {
  fr: 'Ceci demande VS Code sur votre poste : dans le navigateur, l’extension n’a ni programme à lancer ni disque.',
  en: 'This needs VS Code on your machine: in the browser the extension has neither programs to run nor a disk.',
};

/** Every request of the protocol that nothing here answers is refused in the user's words. */
export function refuseTheRest(connection: Connection, context: RequestContext): void {
  connection.onRequest((method) => {
    if (method.startsWith('segur/')) throw refusal(desktopOnly, context.locale);
    throw new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`);
  });
}
