import { ReferencesRequest, type Connection } from 'vscode-languageserver';
import { catalogueScheme } from '../../protocol/catalogue-document';
import type { Features } from '../language/session/features';
import { Navigation } from '../language/session/navigation';
import { RenameRefused } from '../language/rename';
import { TextFeatures } from '../language/session/text-features';
import { answer } from './answer';
import { HintSettings } from './hint-settings';
import { KeptTokens } from './kept-tokens';
import type { ConnectedEditor } from './editor';
import { refusal } from './refusal';

/** What has to know when something happens. */
export interface LanguageFollowers {
  initialized(): Promise<void>;
  closed(uri: string): void;
  settingsChanged(): void;
}

/**
 * Answers what editors ask beyond the text under the cursor.
 * @param scheme of the files that the client tells about; undefined: of whatever file system it has
 */
export function connectLanguage(
  connection: Connection,
  features: Features,
  editor: ConnectedEditor,
  scheme: string | undefined,
): LanguageFollowers {
  connectNavigation(connection, features, editor);
  return connectText(connection, new TextFeatures(features.session), editor, scheme);
}

function connectNavigation(connection: Connection, features: Features, editor: ConnectedEditor): void {
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
  connection.onWorkspaceSymbol(({ query }, cancellation) => answer(() => navigation.symbols(query, cancellation)));
  connection.languages.callHierarchy.onPrepare(({ textDocument, position }, cancellation) =>
    answer(() => navigation.prepareHierarchy(textDocument.uri, position, cancellation)),
  );
  connection.languages.callHierarchy.onIncomingCalls(({ item }, cancellation) =>
    answer(() => navigation.incoming(item.data, cancellation)),
  );
  connection.languages.callHierarchy.onOutgoingCalls(({ item }, cancellation) =>
    answer(() => navigation.outgoing(item.data, cancellation)),
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

function connectText(
  connection: Connection,
  features: TextFeatures,
  editor: ConnectedEditor,
  scheme: string | undefined,
): LanguageFollowers {
  const pattern = '**/*.rem.yaml';
  /** Texts of catalogues, those of files and those that ship. */
  const catalogues =
    scheme === undefined
      ? [{ pattern }]
      : [
          { scheme, pattern },
          { scheme: catalogueScheme, pattern },
        ];
  const hints = new HintSettings(connection, editor.capabilities.workspace?.configuration === true);
  const tokens = new KeptTokens();
  connection.onFoldingRanges(({ textDocument }) => features.folding(textDocument.uri));
  connection.onSelectionRanges(({ textDocument, positions }) => features.selections(textDocument.uri, positions));
  connection.onDocumentFormatting(({ textDocument }) => features.formatting(textDocument.uri));
  connection.onDocumentRangeFormatting(({ textDocument, range }) => features.formatting(textDocument.uri, range));
  connection.languages.semanticTokens.on(({ textDocument: { uri } }, cancellation) =>
    answer(async () => tokens.whole(uri, await features.tokens(uri, undefined, cancellation))),
  );
  connection.languages.semanticTokens.onDelta(({ textDocument: { uri }, previousResultId }, cancellation) =>
    answer(async () => tokens.since(uri, previousResultId, await features.tokens(uri, undefined, cancellation))),
  );
  connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }, cancellation) =>
    answer(async () => tokens.part(await features.tokens(uri, range, cancellation))),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, cancellation) =>
    answer(async () => features.hints(uri, range, await hints.of(uri), cancellation)),
  );
  return {
    initialized: async () => {
      const { references } = editor.capabilities.textDocument ?? {};
      if (references?.dynamicRegistration !== true) return;
      // What a client asks of its manifests, it is to ask of catalogues too, which it does not open here otherwise.
      await connection.client.register(ReferencesRequest.type, { documentSelector: catalogues });
    },
    closed: (uri) => {
      tokens.forget(uri);
    },
    settingsChanged: () => {
      hints.forget();
      editor.refreshHints();
    },
  };
}
