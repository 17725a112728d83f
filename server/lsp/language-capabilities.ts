import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver/node';

/** What is told at once of the features that not every editor has: only those that this one speaks of. */
export function languageCapabilities({ textDocument, workspace }: ClientCapabilities): ServerCapabilities {
  return {
    ...(textDocument?.references ? { referencesProvider: true } : {}),
    ...(textDocument?.documentHighlight ? { documentHighlightProvider: true } : {}),
    ...(textDocument?.rename
      ? { renameProvider: textDocument.rename.prepareSupport === true ? { prepareProvider: true } : true }
      : {}),
    ...(workspace?.symbol ? {} : {}),
  };
}
