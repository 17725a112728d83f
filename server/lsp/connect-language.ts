import type { Connection } from 'vscode-languageserver/node';
import type { Features } from '../language/session/features';
import { Navigation } from '../language/session/navigation';
import { RenameRefused } from '../language/rename';
import { answer } from './answer';
import type { ConnectedEditor } from './editor';
import { refusal } from './refusals';

/** Answers what editors ask beyond the text under the cursor. */
export function connectLanguage(connection: Connection, features: Features, editor: ConnectedEditor): void {
  const navigation = new Navigation(features);
  const inWords = async <T>(action: () => Promise<T>): Promise<T> => {
    try {
      return await action();
    } catch (error) {
      if (error instanceof RenameRefused) throw refusal(error.sentence, features.session.locale, error.args);
      throw error;
    }
  };
  connection.onDefinition(({ textDocument, position }, cancellation) =>
    answer(() => navigation.definition(textDocument.uri, position, cancellation)),
  );
  connection.onDocumentHighlight(({ textDocument, position }, cancellation) =>
    answer(() => navigation.highlights(textDocument.uri, position, cancellation)),
  );
  connection.onReferences(({ textDocument, position, context }, cancellation) =>
    answer(() => navigation.references(textDocument.uri, position, context.includeDeclaration, cancellation)),
  );
  connection.onPrepareRename(({ textDocument, position }, cancellation) =>
    answer(() => inWords(() => navigation.prepareRename(textDocument.uri, position, cancellation))),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, cancellation) =>
    answer(() =>
      inWords(async () => {
        const { edit, warning } = await navigation.rename(textDocument.uri, position, newName, cancellation);
        if (warning !== undefined) editor.warn(warning);
        return edit ?? null;
      }),
    ),
  );
}
