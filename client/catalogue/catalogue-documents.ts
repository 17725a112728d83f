import * as vscode from 'vscode';
import { catalogueScheme } from '../../protocol/catalogue-document';
import { catalogueTextRequest } from '../../protocol/requests/catalogue-text';
import type { ServerConnection } from '../connection/server-connection';

/** Shows the catalogues that ship, to read: a definition leads there as to any file. */
export function catalogueDocuments(connection: ServerConnection): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(catalogueScheme, {
    provideTextDocumentContent: async (uri, cancellation) => {
      // An editor that is restored asks before the server is there.
      await connection.running();
      return (await connection.ask(catalogueTextRequest, { uri: uri.toString() }, cancellation)).text;
    },
  });
}
