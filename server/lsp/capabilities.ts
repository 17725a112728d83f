import {
  CodeActionKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { ClientOptions } from '../../protocol/client-options';
import { rulePageCommand } from '../../protocol/commands';
import { fixAllKind, suppressKind } from '../language/code-actions';
import { languageCapabilities } from './language-capabilities';
import type { ClientAbilities } from '../language/session/features';

/**
 * What the server offers a client that is able to do this.
 * @param scheme of the files that the client tells about; undefined: of whatever file system it has
 */
export function serverCapabilities(client: ClientCapabilities, scheme?: string): ServerCapabilities {
  const filters = [{ ...(scheme === undefined ? {} : { scheme }), pattern: { glob: '**' } }];
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: [' ', '/', '"'], resolveProvider: true },
    hoverProvider: true,
    documentSymbolProvider: true,
    documentLinkProvider: {},
    definitionProvider: true,
    ...languageCapabilities(client),
    codeLensProvider: {},
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, suppressKind, fixAllKind] },
    executeCommandProvider: { commands: [rulePageCommand] },
    ...(client.textDocument?.diagnostic
      ? { diagnosticProvider: { identifier: 'segur', interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        didCreate: { filters },
        willRename: { filters },
        didRename: { filters },
        didDelete: { filters },
      },
    },
  };
}

/** @param options what the client said of itself beside LSP */
export function abilitiesOf(
  { textDocument, workspace, window }: ClientCapabilities,
  options: ClientOptions,
): ClientAbilities {
  return {
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    renameFiles: workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true,
    openCatalogues: options.catalogueDocuments === true,
    annotatedEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    attachCommands: options.attachCommands === true,
    showPage: window?.showDocument?.support === true,
  };
}
