import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../bootstrap.mjs';

const require = createRequire(path.join(root, 'package.json'));
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-languageserver/node');

/** Fields of answers that are read by programs, or written into files as they are. */
const unread = new Set([
  ...['uri', 'targetUri', 'href', 'path', 'place', 'id', 'key', 'slot', 'revision', 'data', 'rule', 'code', 'source'],
  ...['kind', 'type', 'field', 'severity', 'status', 'state', 'effect', 'icon', 'contextValue', 'command', 'arguments'],
  ...['newText', 'insertText', 'filterText', 'sortText'],
]);

/** @returns the texts of an answer that somebody reads */
function texts(value, name) {
  if (typeof value === 'string') return unread.has(name) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((one) => texts(one, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (unread.has(key) ? [] : texts(one, key)));
}

const capabilities = {
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    inlayHint: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    callHierarchy: {},
    rename: { prepareSupport: true },
  },
  workspace: {
    workspaceFolders: true,
    symbol: {},
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
};

/** Asks the built server, in English, all that an editor asks of the manifest of a folder. @returns pairs of a question and what it answers */
export async function* askedOfServer(folder, manifest) {
  const child = spawn(process.execPath, [path.join(root, 'dist/cli.js'), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const shown = [];
  connection.onUnhandledNotification(({ method, params }) => {
    if (/showMessage|logMessage/.test(method)) shown.push(params.message);
  });
  connection.onRequest((method, params) => {
    if (method === 'window/showMessageRequest') shown.push(params.message);
    return method === 'workspace/configuration' ? params.items.map(() => null) : null;
  });
  connection.listen();
  const ask = async (method, params) => {
    try {
      return texts(await connection.sendRequest(method, params)).join('\n');
    } catch (error) {
      return error.message;
    }
  };
  const uri = pathToFileURL(path.join(folder, manifest)).href;
  const text = readFileSync(path.join(folder, manifest), 'utf8');
  const textDocument = { uri };
  const position = (line, character) => ({ line, character });
  const range = { start: position(0, 0), end: position(text.split('\n').length, 0) };
  try {
    await connection.sendRequest('initialize', {
      processId: process.pid,
      locale: 'en',
      rootUri: null,
      capabilities,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'dossier' }],
      initializationOptions: { langue: 'en', trusted: true },
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'preuves-segur', version: 1, text },
    });
    const report = await connection.sendRequest('textDocument/diagnostic', { textDocument });
    yield ['diagnostics', texts(report).join('\n')];
    for (const diagnostic of report.items ?? [])
      yield [
        `actions of ${diagnostic.code}`,
        await ask('textDocument/codeAction', {
          textDocument,
          range: diagnostic.range,
          context: { diagnostics: [diagnostic] },
        }),
      ];
    yield [
      'actions of the file',
      await ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: report.items ?? [] } }),
    ];
    for (const method of ['codeLens', 'documentSymbol', 'inlayHint', 'documentLink', 'foldingRange'])
      yield [method, await ask(`textDocument/${method}`, { textDocument, range })];
    yield ['workspace symbols', await ask('workspace/symbol', { query: 'MSS' })];
    for (const [line, written] of text.split('\n').entries()) {
      const from = written.search(/\S/);
      if (from < 0) continue;
      for (const character of new Set([from, written.indexOf(': ') + 3, written.length]))
        yield [
          `hover at ${line + 1}: ${written.trim()}`,
          await ask('textDocument/hover', { textDocument, position: position(line, character) }),
        ];
      for (const character of [from, written.length])
        yield [
          `completion at ${line + 1}: ${written.trim()}`,
          await ask('textDocument/completion', { textDocument, position: position(line, character) }),
        ];
      yield [
        `rename at ${line + 1}`,
        await ask('textDocument/rename', { textDocument, position: position(line, from), newName: 'a b' }),
      ];
    }
    for (const [method, params] of Object.entries({
      'segur/conformite': { groupBy: 'chapter' },
      'segur/dispositifs': {},
      'segur/eligibilite': { uri },
      'segur/offres': {},
      'segur/parcours': {},
      'segur/pieces': {},
      'segur/rapport': { uri },
      'segur/tableau': { uri },
      'segur/verifier': {},
    }))
      yield [method, await ask(method, params)];
    yield ['messages', shown.join('\n')];
  } finally {
    connection.dispose();
    child.kill();
  }
}
