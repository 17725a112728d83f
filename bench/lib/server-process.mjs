import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BenchError } from './bench-error.mjs';
import { repository } from './places.mjs';

// This project's own copy, not the one that the peer brings in bench/node_modules.
const require = createRequire(path.join(repository, 'package.json'));
const {
  createMessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} = require('vscode-languageserver/node');

/** Servers that still run: none may outlive the bench. */
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** What a client such as VS Code can do, as far as the measures need it. The same is said to every server. */
const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    synchronization: { dynamicRegistration: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
      },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  window: { workDoneProgress: true },
};

/** What a client says that shows whatever diagnostics it is sent and asks for none. */
function withoutPull(all) {
  const { textDocument, ...rest } = all;
  return { ...rest, textDocument: { ...textDocument, diagnostic: undefined } };
}

/** A language server that runs as a child process, spoken to over its standard streams. */
export class ServerProcess {
  /** Diagnostics that the server sent of its own accord: called with (uri, diagnostics). */
  onPublish = () => {};
  /** The server asks for diagnostics to be pulled again. */
  onRefresh = () => {};
  /** A part of an answer: called with the notification's parameters. */
  onProgress = () => {};
  initializeResult = undefined;
  /** What the server has registered with the client, files to watch among it, and not taken back. */
  registered = 0;
  #child;
  #connection;
  #standardError = '';
  #failure = undefined;
  #waiting = new Set();
  #stopping = false;

  /**
   * @param {{ name: string, command: string[], configuration: Record<string, unknown>, initializationOptions?: unknown, pushed?: boolean }} kind
   *   `pushed`: the client does not pull diagnostics
   * @param {string} folder the workspace
   */
  constructor(kind, folder) {
    this.kind = kind;
    this.folder = folder;
    this.spawnedAt = performance.now();
    const [command, ...args] = kind.command;
    this.#child = spawn(command, args, {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...kind.environment },
    });
    running.add(this.#child);
    this.#child.stderr.on('data', (data) => (this.#standardError = (this.#standardError + data).slice(-4000)));
    this.#child.stdin.on('error', () => {}); // The exit below says why.
    this.#child.on('error', (error) => this.#fail(`${kind.name} does not start: ${error.message}`));
    this.#child.on('exit', (code, signal) => {
      running.delete(this.#child);
      if (!this.#stopping) this.#fail(`${kind.name} stopped by itself (${signal ?? `exit ${code}`})`);
    });
    this.#connection = this.#connect();
  }

  /** Up to the moment when documents can be opened. */
  async initialize(timeoutMs) {
    const uri = pathToFileURL(this.folder).href;
    this.initializeResult = await this.request(
      'initialize',
      {
        processId: process.pid,
        locale: 'fr',
        rootUri: uri,
        workspaceFolders: [{ uri, name: 'banc' }],
        capabilities: this.kind.pushed ? withoutPull(capabilities) : capabilities,
        initializationOptions: this.kind.initializationOptions ?? {},
      },
      timeoutMs,
    );
    this.notify('initialized', {});
    this.notify('workspace/didChangeConfiguration', { settings: this.kind.configuration });
  }

  notify(method, params) {
    // A server that is gone is reported by whoever waits for it.
    this.#connection.sendNotification(method, params).catch(() => {});
  }

  request(method, params, timeoutMs) {
    return this.within(this.#connection.sendRequest(method, params), timeoutMs, method);
  }

  /** Waits for `promise`, but not longer than the server lives or than `timeoutMs`. */
  within(promise, timeoutMs, what) {
    return new Promise((resolve, reject) => {
      const done = (settle) => (value) => {
        clearTimeout(timer);
        this.#waiting.delete(waiting);
        settle(value);
      };
      const waiting = done(reject);
      const timer = setTimeout(
        () => waiting(this.#error(`${this.kind.name}: no answer to ${what} within ${Math.round(timeoutMs / 1000)} s`)),
        timeoutMs,
      );
      this.#waiting.add(waiting);
      if (this.#failure) waiting(this.#failure);
      else promise.then(done(resolve), (error) => waiting(this.#failure ?? this.#refusal(error, what)));
    });
  }

  /** Sends a signal to the server's process. */
  signal(name) {
    this.#child.kill(name);
  }

  /** Highest resident set so far in MiB; undefined where the system does not tell. */
  peakMemory() {
    try {
      const status = fs.readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      const peak = /^VmHWM:\s+(\d+) kB/m.exec(status);
      return peak ? Number(peak[1]) / 1024 : undefined;
    } catch (error) {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Processor time of all its threads so far, in milliseconds; NaN where the system does not tell. */
  processorMs() {
    try {
      const stat = fs.readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8');
      // User and system time, in hundredths of a second, counted from behind the name of the process.
      const [user, system] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13);
      return (Number(user) + Number(system)) * 10;
    } catch (error) {
      if (error.code === 'ENOENT') return NaN;
      throw error;
    }
  }

  /** Resident set in MiB, open files and threads now; undefined where the system does not tell. */
  load() {
    const own = `/proc/${this.#child.pid}`;
    if (!fs.existsSync(own)) return undefined;
    const resident = /^VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`${own}/status`, 'utf8'));
    const count = (folder) => fs.readdirSync(`${own}/${folder}`).length;
    return { resident: Number(resident?.[1]) / 1024, files: count('fd'), threads: count('task') };
  }

  async stop() {
    this.#stopping = true;
    const child = this.#child;
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      const killer = setTimeout(() => child.kill('SIGKILL'), 3000);
      this.#connection
        .sendRequest('shutdown')
        .then(() => this.#connection.sendNotification('exit'))
        .catch(() => child.kill('SIGKILL'));
      await gone;
      clearTimeout(killer);
    }
    this.#connection.dispose();
  }

  #connect() {
    const { stdout, stdin } = this.#child;
    const connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ section }) => valueAt(this.kind.configuration, section)),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.onRefresh();
      return null;
    });
    connection.onRequest('client/registerCapability', ({ registrations }) => {
      this.registered += registrations.length;
      return null;
    });
    connection.onRequest('client/unregisterCapability', ({ unregisterations }) => {
      this.registered -= unregisterations.length;
      return null;
    });
    // Progress, refreshes of other features: agreed to, without effect on the measures.
    connection.onRequest(() => null);
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) =>
      this.onPublish(uri, diagnostics),
    );
    // Parts of an answer come with a token of ours, for which nobody registered.
    connection.onNotification('$/progress', (params) => this.onProgress(params));
    connection.onUnhandledProgress((params) => this.onProgress(params));
    connection.onNotification(() => {});
    connection.onError(([error]) => this.#fail(`${this.kind.name}: ${error.message}`));
    connection.listen();
    return connection;
  }

  #fail(message) {
    this.#failure ??= this.#error(message);
    for (const reject of [...this.#waiting]) reject(this.#failure);
  }

  /** An error that the server answers is its own affair, anything else is ours. */
  #refusal(error, what) {
    if (!(error instanceof ResponseError)) return error;
    const reason = error.message.replace(/^Request \S+ failed with message: /, '');
    return new BenchError(`${this.kind.name} refuses ${what}: ${reason}`);
  }

  #error(message) {
    const said = this.#standardError.trim();
    return new BenchError(said === '' ? message : `${message}. Its last words:\n${said}`);
  }
}

/** `a.b` of `{ a: { b: 1 } }`; everything without section, null when it is not set. */
function valueAt(configuration, section) {
  if (section === undefined) return configuration;
  return section.split('.').reduce((value, key) => value?.[key], configuration) ?? null;
}
