import {
  createConnection,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  FileChangeType,
  ProposedFeatures,
  RequestType,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node';
import {
  methods,
  rulePageCommand,
  type CheckResult,
  type ClientOptions,
  type ComplianceParams,
  type ComplianceView,
  type DispositifsView,
  type ImportParams,
  type ImportResult,
  type MigrateParams,
  type MigrateResult,
  type NewDossierParams,
  type NewDossierResult,
  type PackageParams,
  type PackageResult,
  type ParcoursAnswer,
  type RemDiffParams,
  type RemDiffResult,
  type ReportParams,
  type ReportResult,
  type SaveReportParams,
  type SaveReportResult,
} from '../protocol/protocol';
import { rules } from './core/rules/registry';
import { nodeWorkspacePorts } from './host/node-workspace-ports';
import { parisNow } from './host/parcours/paris-now';
import { toolVersion } from './host/tool-version';
import { rulePage } from './core/rules/rule-page';
import { parcoursAnswer } from './language/parcours/parcours-answer';
import { Commands } from './language/session/commands';
import { Features } from './language/session/features';
import type { Timers } from './language/session/ports';
import { Session, type FileEvent } from './language/session/session';
import { answer, answerPull, workspaceReport } from './main.answers';
import { abilitiesOf, serverCapabilities } from './main.capabilities';
import { ConnectedEditor } from './main.editor';
import { LazyOperations } from './main.lazy-operations';
import { languageOf, readOptions } from './main.settings';
import { connectSubmissions } from './main.submissions';

const section = 'segurPreuves';

const timers: Timers = {
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

export interface ServerEnvironment {
  /** Folder of the shipped catalogues; by default beside the running bundle. */
  readonly catalogueFolder?: string;
}

/** Serves one client over a connection until it shuts down. */
export function startServer(connection: Connection, environment: ServerEnvironment = {}): void {
  // Requests come after `initialize` only: the connection refuses them before.
  connection.onInitialize((params) => initialize(connection, params, environment));
  connection.listen();
}

/** Serves the client that started this process, over what its arguments name (`--stdio`, `--node-ipc`…). */
export function startStdioServer(): void {
  const named = process.argv.some((one) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(one));
  startServer(
    named
      ? createConnection(ProposedFeatures.all)
      : createConnection(ProposedFeatures.all, process.stdin, process.stdout),
  );
}

function initialize(
  connection: Connection,
  params: InitializeParams,
  environment: ServerEnvironment,
): InitializeResult {
  const { capabilities } = params;
  let options = readOptions(params.initializationOptions);
  const editor = new ConnectedEditor(connection, capabilities);
  const ports = nodeWorkspacePorts({
    ...environment,
    ...(options.storagePath === undefined ? {} : { storagePath: options.storagePath }),
    mayOpen: options.trusted !== false,
    onStoreError: (error) => {
      editor.logError(error);
    },
  });
  const isTrusted = () => options.trusted !== false;
  const operations = new LazyOperations(async () => {
    const { NodeOperations } = await import('./main.operations.js');
    return new NodeOperations(ports.builtIns, isTrusted);
  });
  const session = new Session({ ...ports, timers, operations }, rules, editor, Date.now().toString(36));
  session.setLanguage(languageOf(options, params.locale));
  const applyOptions = (changed: ClientOptions) => {
    const trusted = options.trusted;
    options = { ...options, ...changed };
    session.setLanguage(languageOf(options, params.locale));
    ports.evidence.setMayOpen(options.trusted !== false);
    if (options.trusted !== trusted) session.lookAtAllEvidence();
  };
  const features = new Features(session, abilitiesOf(capabilities));
  connectDocuments(connection, session);
  connectWorkspace(connection, session, editor, params, applyOptions);
  connectFeatures(connection, session, features);
  connectCommands(connection, new Commands(session), editor);
  connectSubmissions(connection, session, isTrusted);
  connection.onShutdown(() => {
    session.dispose();
  });
  return {
    capabilities: serverCapabilities(capabilities),
    serverInfo: { name: 'segur-preuves', version: toolVersion },
  };
}

function connectDocuments(connection: Connection, session: Session): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    session.open(uri, languageId, version, text);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    session.change(uri, version, contentChanges);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    session.close(textDocument.uri);
  });
}

function connectWorkspace(
  connection: Connection,
  session: Session,
  editor: ConnectedEditor,
  params: InitializeParams,
  applyOptions: (options: ClientOptions) => void,
): void {
  const { workspace } = params.capabilities;
  const readConfiguration = async () => {
    if (workspace?.configuration !== true) return;
    applyOptions(readOptions(await connection.workspace.getConfiguration(section)));
  };
  connection.onInitialized(async () => {
    session.changeFolders(foldersOf(params), []);
    editor.watchManifests();
    if (workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        session.changeFolders(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
      });
    }
    if (workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section });
    }
    await readConfiguration();
  });
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const sent = (settings as Record<string, unknown> | null | undefined)?.[section];
    if (sent === undefined) await readConfiguration();
    else applyOptions(readOptions(sent));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    session.filesChanged(changes.map(({ uri, type }) => ({ uri, kind: changeKinds[type] })));
  });
  connection.workspace.onDidCreateFiles(({ files }) => {
    session.filesChanged(files.map(({ uri }) => ({ uri, kind: 'created' })));
  });
  connection.workspace.onDidDeleteFiles(({ files }) => {
    session.filesChanged(files.map(({ uri }) => ({ uri, kind: 'deleted' })));
  });
  connection.workspace.onDidRenameFiles(({ files }) => {
    session.filesChanged(
      files.flatMap(({ oldUri, newUri }): FileEvent[] => [
        { uri: oldUri, kind: 'deleted' },
        { uri: newUri, kind: 'created' },
      ]),
    );
  });
}

const changeKinds: Readonly<Record<FileChangeType, FileEvent['kind']>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- editors without workspace folders still send it
  return params.rootUri === null ? [] : [params.rootUri];
}

function connectFeatures(connection: Connection, session: Session, features: Features): void {
  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    answerPull(async () => {
      const { id, items } = await session.pull(textDocument.uri, token);
      if (id === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
    }, token),
  );
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _work, parts) => {
    const reports = await session.pullWorkspace({
      previous: previousResultIds,
      onGivenUp: (listener) => token.onCancellationRequested(listener),
      ...(parts
        ? {
            send: (part) => {
              parts.report({ items: part.map(workspaceReport) });
            },
          }
        : {}),
    });
    return { items: reports.map(workspaceReport) };
  });
  connection.onCompletion(({ textDocument, position }, token) =>
    answer(() => features.completion(textDocument.uri, position, token)),
  );
  connection.onCompletionResolve((item, token) => answer(() => features.resolveCompletion(item, token)));
  connection.onHover(({ textDocument, position }, token) =>
    answer(() => features.hover(textDocument.uri, position, token)),
  );
  connection.onDocumentSymbol(({ textDocument }, token) => answer(() => features.symbols(textDocument.uri, token)));
  connection.onDocumentLinks(({ textDocument }, token) => answer(() => features.links(textDocument.uri, token)));
  connection.onDefinition(({ textDocument, position }, token) =>
    answer(() => features.definition(textDocument.uri, position, token)),
  );
  connection.onCodeLens(({ textDocument }, token) => answer(() => features.codeLenses(textDocument.uri, token)));
  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answer(() => features.codeActions(textDocument.uri, range, context, token)),
  );
}

const requests = {
  compliance: new RequestType<ComplianceParams, ComplianceView, undefined>(methods.compliance),
  dispositifs: new RequestType<unknown, DispositifsView, undefined>(methods.dispositifs),
  check: new RequestType<unknown, CheckResult, undefined>(methods.check),
  import: new RequestType<ImportParams, ImportResult, undefined>(methods.import),
  newDossier: new RequestType<NewDossierParams, NewDossierResult, undefined>(methods.newDossier),
  package: new RequestType<PackageParams, PackageResult, undefined>(methods.package),
  migrate: new RequestType<MigrateParams, MigrateResult, undefined>(methods.migrate),
  remDiff: new RequestType<RemDiffParams, RemDiffResult, undefined>(methods.remDiff),
  report: new RequestType<ReportParams, ReportResult | null, undefined>(methods.report),
  parcours: new RequestType<unknown, ParcoursAnswer, undefined>(methods.parcours),
  saveReport: new RequestType<SaveReportParams, SaveReportResult | null, undefined>(methods.saveReport),
};

function connectCommands(connection: Connection, commands: Commands, editor: ConnectedEditor): void {
  connection.onRequest(requests.compliance, (params, token) => answer(() => commands.compliance(params, token)));
  connection.onRequest(requests.dispositifs, () => commands.dispositifs());
  connection.onRequest(requests.check, (_params, token) => answer(() => commands.check(token)));
  connection.onRequest(requests.import, (params, token) => answer(() => commands.importRem(params, token)));
  connection.onRequest(requests.newDossier, (params, token) => answer(() => commands.newDossier(params, token)));
  connection.onRequest(requests.package, (params, token) => answer(() => commands.package(params, token)));
  connection.onRequest(requests.migrate, (params, token) => answer(() => commands.migrate(params, token)));
  connection.onRequest(requests.remDiff, (params, token) => answer(() => commands.remDiff(params, token)));
  connection.onRequest(requests.parcours, (_params, token) =>
    answer(async () => {
      await commands.session.ready();
      const analyses = await commands.session.analyses.all(token);
      return parcoursAnswer(analyses, commands.session.language, parisNow());
    }),
  );
  connection.onRequest(requests.report, (params, token) => answer(() => commands.report(params, token)));
  connection.onRequest(requests.saveReport, (params, token) => answer(() => commands.saveReport(params, token)));
  connection.onExecuteCommand(async ({ command, arguments: args }) => {
    const [rule] = (args ?? []) as unknown[];
    // The id comes back from the client: only a rule's own page is opened.
    if (command !== rulePageCommand || !rules.some(({ meta }) => meta.id === rule)) return;
    await editor.showPage(rulePage(String(rule)));
  });
}
