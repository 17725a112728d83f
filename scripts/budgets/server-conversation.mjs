import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import node from 'vscode-languageserver/node';
import { everyFeature } from '../../test/protocol/every-feature.ts';
import { processorTime } from './processor-time.mjs';

const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = node;

/**
 * Everything that an editor asks of an open manifest, one after the other.
 * @returns what each request took of the server's main thread, in seconds, for `runMeasured`
 */
export function serverConversation(folder, { open, preview }) {
  return async (child, ended) => {
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.onError(() => undefined);
    connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest(() => null);
    connection.onNotification(() => undefined);
    connection.listen();
    const steps = [];
    let last = 0;
    const step = async (name, action) => {
      steps.push({ name, main: undefined });
      const failure = await Promise.race([action().then(() => undefined, (error) => error), ended.then(() => 'ended')]);
      const now = processorTime(child.pid)?.main;
      const own = steps.at(-1);
      if (failure === 'ended') own.failure = 'failed with the end of the server';
      own.main = now === undefined ? Infinity : now - last;
      if (failure !== undefined && failure !== 'ended') own.failure = String(failure.message ?? failure).slice(0, 200);
      last = now ?? last;
      return failure !== 'ended';
    };
    const uri = pathToFileURL(join(folder, open)).href;
    const text = readFileSync(join(folder, open), 'utf8');
    const lines = text.split('\n');
    const middle = { line: Math.floor(lines.length / 2), character: 4 };
    const end = { line: lines.length - 1, character: lines.at(-1).length };
    const textDocument = { uri };
    const at = (position) => ({ textDocument, position });
    const all = { start: { line: 0, character: 0 }, end };
    const ask = (method, params) => () => connection.sendRequest(method, params);
    await step('initialize', async () => {
      await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: everyFeature, workspaceFolders: [{ name: 'd', uri: pathToFileURL(folder).href }] });
      await connection.sendNotification('initialized', {});
    });
    last = 0;
    const open1 = async () => {
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'preuves-segur', version: 1, text } });
      await connection.sendRequest('textDocument/diagnostic', { textDocument });
    };
    const change = async () => {
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: middle, end: middle }, text: 'x' }] });
      await connection.sendRequest('textDocument/diagnostic', { textDocument });
    };
    const requests = [
      ['open and diagnostics', open1],
      ['symbols', ask('textDocument/documentSymbol', { textDocument })],
      ['tokens', ask('textDocument/semanticTokens/full', { textDocument })],
      ['folding', ask('textDocument/foldingRange', { textDocument })],
      ['links', ask('textDocument/documentLink', { textDocument })],
      ['lenses', ask('textDocument/codeLens', { textDocument })],
      ['hints', ask('textDocument/inlayHint', { textDocument, range: all })],
      ['selection', ask('textDocument/selectionRange', { textDocument, positions: [middle, end] })],
      ['hover', ask('textDocument/hover', at(middle))],
      ['completion', ask('textDocument/completion', at(middle))],
      ['completion at the end', ask('textDocument/completion', at(end))],
      ['highlight', ask('textDocument/documentHighlight', at(middle))],
      ['references', ask('textDocument/references', { ...at(middle), context: { includeDeclaration: true } })],
      ['definition', ask('textDocument/definition', at(middle))],
      ['rename', ask('textDocument/prepareRename', at(middle))],
      ['actions', ask('textDocument/codeAction', { textDocument, range: all, context: { diagnostics: [] } })],
      ['format', ask('textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } })],
      ['edit and diagnostics', change],
      ['workspace symbols', ask('workspace/symbol', { query: 'ins' })],
      ['conformité', ask('segur/conformite', {})],
      ['tableau', ask('segur/tableau', { uri })],
      ['rapport', ask('segur/rapport', { uri })],
      ['parcours', ask('segur/parcours', {})],
      ['pièces', ask('segur/pieces', {})],
      ['discussions', ask('segur/discussions', {})],
      ['preuve ici', ask('segur/preuveIci', { uri, position: middle })],
      ['suivant', ask('segur/suivant', { what: 'missing', direction: 'next', from: { uri, position: middle } })],
      ['évidence', ask('segur/verifier', {})],
      ...(preview === undefined ? [] : [['aperçu', ask('segur/apercu', { uri: pathToFileURL(join(folder, preview)).href })]]),
    ];
    for (const [name, action] of requests) if (!(await step(name, action))) break;
    connection.dispose();
    child.kill('SIGKILL');
    await ended;
    return { steps };
  };
}
