import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createConnection,
  createProtocolConnection,
  type Registration,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  type ConfigurationParams,
  type InitializeResult,
  MessageType,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type UnchangedDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { ClientOptions } from '../../protocol/client-options';
import { complianceChanged } from '../../protocol/notifications';
import type { RequestKind } from '../../protocol/request';
import { startServer } from '../../server/lsp/node-server';
import { pulling } from './every-feature';

const pushing: ClientCapabilities = { workspace: { workspaceFolders: true } };

export interface ClientSettings {
  /** Files of the workspace's folder, by path. */
  readonly files: Readonly<Record<string, string | Buffer>>;
  /** Puts into the folder what is no ordinary file, before the server starts. */
  readonly prepare?: (folder: string) => void;
  /** Default: pull. */
  readonly diagnostics?: 'pull' | 'push';
  readonly options?: ClientOptions;
  /** What the client is able to do; default: what its diagnostics ask for. */
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  /** Folders of the workspace, relative to the folder; default: the folder itself. */
  readonly folders?: readonly string[];
}

/** A real client connected to the real server over streams in memory, on a temporary folder. */
export class TestClient {
  readonly #versions = new Map<string, number>();
  readonly #texts = new Map<string, string>();
  readonly published: PublishDiagnosticsParams[] = [];
  readonly registrations: Registration[] = [];
  readonly errors: string[] = [];
  /** What the log was told that is neither an error nor a warning. */
  readonly told: string[] = [];
  /** Sentences shown to the user. */
  readonly shown: string[] = [];
  refreshes = 0;
  hintRefreshes = 0;
  /** What the client says of a section of its settings, for a resource. */
  settingOf: ((section: string, uri: string | undefined) => unknown) | undefined;
  figures = 0;
  pages: string[] = [];
  readonly #waiting = new Set<() => void>();
  #answer: InitializeResult | undefined;

  private constructor(
    readonly folder: string,
    readonly connection: ProtocolConnection,
  ) {}

  static async start(settings: ClientSettings): Promise<TestClient> {
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'segur-protocol-')));
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    startServer(server, {
      catalogueFolder: path.resolve('dist/catalogues'),
      bundleFolder: path.resolve('dist'),
    });
    const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const client = new TestClient(folder, connection);
    for (const [name, text] of Object.entries(settings.files)) client.write(name, text);
    settings.prepare?.(folder);
    client.#listen();
    connection.listen();
    client.#answer = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      locale: settings.locale ?? 'fr',
      capabilities: settings.capabilities ?? (settings.diagnostics === 'push' ? pushing : pulling),
      initializationOptions: settings.options ?? {},
      workspaceFolders: (settings.folders ?? ['']).map((name) => ({ name, uri: client.uri(name) })),
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** What the server said that it can do. */
  get serverCapabilities(): InitializeResult['capabilities'] {
    return this.#answer?.capabilities ?? {};
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).href;
  }

  write(name: string, text: string | Buffer): void {
    const file = path.join(this.folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }

  async open(name: string, text = fs.readFileSync(path.join(this.folder, name), 'utf8')): Promise<void> {
    this.#versions.set(name, 1);
    this.#texts.set(name, text);
    const textDocument = { uri: this.uri(name), languageId: 'preuves-segur', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async close(name: string): Promise<void> {
    this.#texts.delete(name);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  /** Replaces the only occurrence of `from`, as an editor does: the change alone travels. */
  async edit(name: string, from: string, to: string): Promise<void> {
    const text = this.text(name);
    const start = text.indexOf(from);
    assert.ok(start >= 0, `not in the text: ${from}`);
    const document = TextDocument.create(this.uri(name), '', 0, text);
    const range = { start: document.positionAt(start), end: document.positionAt(start + from.length) };
    this.#texts.set(name, text.slice(0, start) + to + text.slice(start + from.length));
    const version = (this.#versions.get(name) ?? 0) + 1;
    this.#versions.set(name, version);
    const textDocument = { uri: this.uri(name), version };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{ range, text: to }],
    });
  }

  text(name: string): string {
    return this.#texts.get(name) ?? assert.fail(`${name} is not open`);
  }

  /** Position right after the only occurrence of a text. */
  after(name: string, what: string) {
    const text = this.text(name);
    return TextDocument.create('', '', 0, text).positionAt(text.indexOf(what) + what.length);
  }

  pull(
    name: string,
    previousResultId?: string,
  ): Promise<FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport> {
    const params = {
      textDocument: { uri: this.uri(name) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    };
    return this.connection.sendRequest('textDocument/diagnostic', params);
  }

  /** Diagnostics of an open file, by a pull. */
  async diagnostics(name: string): Promise<Diagnostic[]> {
    const report = await this.pull(name);
    if (report.kind !== 'full') assert.fail('nothing was asked to be compared with');
    return report.items;
  }

  async codes(name: string): Promise<unknown[]> {
    return (await this.diagnostics(name)).map(({ code }) => code);
  }

  /** What was last pushed for a file, or undefined. */
  pushed(name: string): PublishDiagnosticsParams | undefined {
    return this.published.findLast(({ uri }) => uri === this.uri(name));
  }

  codeActions(name: string, diagnostic: Diagnostic): Promise<CodeAction[]> {
    const params = {
      textDocument: { uri: this.uri(name) },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    };
    return this.connection.sendRequest('textDocument/codeAction', params);
  }

  /** Asks one of the project's own requests. */
  ask<Params extends object, Result, Progress>(
    { method }: RequestKind<Params, Result, Progress>,
    params: Params,
  ): Promise<Result> {
    return this.connection.sendRequest(method, params);
  }

  request<R>(method: string, params: object): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  async filesChanged(
    ...events: readonly (readonly [name: string, kind: 'created' | 'changed' | 'deleted'])[]
  ): Promise<void> {
    const changes = events.map(([name, kind]) => ({
      uri: this.uri(name),
      type: { created: 1, changed: 2, deleted: 3 }[kind],
    }));
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** Resolves as soon as the condition holds; looked at whenever the server says something. */
  until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`never: ${what} ${this.errors.join('\n')}`));
      }, 5000);
      const look = (): void => {
        Promise.resolve(condition()).then((holds) => {
          if (!holds) return;
          clearTimeout(timer);
          this.#waiting.delete(look);
          resolve();
        }, reject);
      };
      this.#waiting.add(look);
      look();
    });
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
    fs.rmSync(this.folder, { recursive: true, force: true });
    assert.deepEqual(this.errors, []);
  }

  #listen(): void {
    const heard = (note?: () => void) => {
      note?.();
      for (const look of [...this.#waiting]) look();
    };
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      heard(() => this.published.push(params));
    });
    connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      heard(() => (type <= MessageType.Warning ? this.errors : this.told).push(message));
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      heard(() => this.shown.push(message));
    });
    connection.onNotification(complianceChanged, () => {
      heard(() => this.figures++);
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      heard(() => this.refreshes++);
      return null;
    });
    connection.onRequest('workspace/codeLens/refresh', () => null);
    connection.onRequest('workspace/inlayHint/refresh', () => {
      heard(() => this.hintRefreshes++);
      return null;
    });
    connection.onRequest('workspace/semanticTokens/refresh', () => null);
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map(({ section, scopeUri }) => this.settingOf?.(section ?? '', scopeUri) ?? null),
    );
    connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
      heard(() => this.pages.push(uri));
      return { success: true };
    });
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: Registration[] }) => {
      heard(() => this.registrations.push(...registrations));
      return null;
    });
    connection.onRequest('client/unregisterCapability', () => null);
  }
}
