import type { ClientCapabilities } from 'vscode-languageserver/node';

/** Of an editor that pulls diagnostics. */
export const pulling: ClientCapabilities = {
  textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
  workspace: {
    workspaceFolders: true,
    configuration: false,
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: false } },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
  window: { showDocument: { support: true } },
};
/** Of an editor that has every feature of the language. */
export const everyFeature: ClientCapabilities = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    references: { dynamicRegistration: true },
    documentHighlight: {},
    rename: { prepareSupport: true },
    foldingRange: { foldingRangeKind: { valueSet: ['comment', 'region'] } },
    selectionRange: {},
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
    inlayHint: {},
    formatting: {},
    rangeFormatting: {},
    callHierarchy: {},
  },
  workspace: {
    ...pulling.workspace,
    symbol: {},
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
};
