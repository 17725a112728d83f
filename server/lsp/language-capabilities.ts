import type {
  ClientCapabilities,
  SemanticTokensClientCapabilities,
  SemanticTokensOptions,
  ServerCapabilities,
} from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../language/semantic-tokens';

/** What is told at once of the features that not every editor has: only those that this one speaks of. */
export function languageCapabilities({ textDocument, workspace }: ClientCapabilities): ServerCapabilities {
  return {
    ...(textDocument?.references ? { referencesProvider: true } : {}),
    ...(textDocument?.documentHighlight ? { documentHighlightProvider: true } : {}),
    ...(textDocument?.rename
      ? { renameProvider: textDocument.rename.prepareSupport === true ? { prepareProvider: true } : true }
      : {}),
    ...(textDocument?.foldingRange ? { foldingRangeProvider: true } : {}),
    ...(textDocument?.selectionRange ? { selectionRangeProvider: true } : {}),
    ...(textDocument?.inlayHint ? { inlayHintProvider: { resolveProvider: false } } : {}),
    ...(textDocument?.semanticTokens ? { semanticTokensProvider: tokensOf(textDocument.semanticTokens) } : {}),
    // Neovim formats without saying so (0.7), and whoever does not passes over it.
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    ...(textDocument?.callHierarchy ? { callHierarchyProvider: true } : {}),
    ...(workspace?.symbol ? { workspaceSymbolProvider: true } : {}),
  };
}

function tokensOf({ requests }: SemanticTokensClientCapabilities): SemanticTokensOptions {
  const canDelta = typeof requests.full === 'object' && requests.full.delta === true;
  return {
    legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
    full: canDelta ? { delta: true } : requests.full !== false && requests.full !== undefined,
    range: requests.range !== false && requests.range !== undefined,
  };
}
