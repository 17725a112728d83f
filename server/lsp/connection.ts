import {
  createConnection,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  FileChangeType,
  ProposedFeatures,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node';
import type { ClientOptions } from '../../protocol/client-options';
import { rulePageCommand } from '../../protocol/commands';
import { rules } from '../core/rules/registry';
import { nodeWorkspacePorts } from '../host/node-workspace-ports';
import { toolVersion } from '../host/tool-version';
import { rulePage } from '../core/rules/rule-page';
import { Features } from '../language/session/features';
import type { Timers } from '../language/session/ports';
import { Session, type FileEvent } from '../language/session/session';
import { answer, answerPull, workspaceReport } from './answer';
import { abilitiesOf, serverCapabilities } from './capabilities';
import { ConnectedEditor } from './editor';
import { resolveLocale } from '../../words/locale';
import { connectLanguage, type LanguageFollowers } from './connect-language';
import { RequestContext } from './request-context';
import { connectRequests } from './requests';
import { readOptions } from './settings';

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
  /** Folder of the bundles of the reading threads; by default that of the running one. */
  readonly bundleFolder?: string;
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
    pictures: options.lireLesImages === true,
    picturesBeside: true,
    controlFolder: namedFolder(options),
    onStoreError: (error) => {
      editor.logError(error);
    },
  });
  const session = new Session({ ...ports, timers }, rules, editor, Date.now().toString(36));
  session.setLanguage(resolveLocale(options.langue, params.locale));
  const applyOptions = (changed: ClientOptions) => {
    const { trusted, lireLesImages, controleCda } = options;
    options = { ...options, ...changed };
    session.setLanguage(resolveLocale(options.langue, params.locale));
    ports.evidence.setMayOpen(options.trusted !== false);
    ports.evidence.setPictures(options.lireLesImages === true);
    ports.evidence.setControlFolder(namedFolder(options));
    const isChanged =
      options.trusted !== trusted ||
      (options.lireLesImages === true) !== (lireLesImages === true) ||
      options.controleCda !== controleCda;
    if (isChanged) session.lookAtAllEvidence();
  };
  const features = new Features(session, {
    ...abilitiesOf(capabilities, options),
    ...(options.suggestCommand === undefined ? {} : { suggestCommand: options.suggestCommand }),
  });
  const followers = connectLanguage(connection, features, editor);
  connectDocuments(connection, session, followers);
  connectWorkspace(connection, session, editor, params, followers, (changed) => {
    applyOptions(changed);
    followers.settingsChanged();
  });
  connectFeatures(connection, session, features);
  connectRenames(connection, features, editor);
  connectRequests(connection, new RequestContext(session, () => options.trusted !== false, environment.bundleFolder));
  connectRulePages(connection, editor);
  connection.onShutdown(() => {
    session.dispose();
  });
  return {
    capabilities: serverCapabilities(capabilities),
    serverInfo: { name: 'segur-preuves', version: toolVersion },
  };
}

/** The folder of schemas that a setting names. */
function namedFolder({ controleCda }: ClientOptions): string | undefined {
  return controleCda === '' ? undefined : controleCda;
}

function connectDocuments(connection: Connection, session: Session, followers: LanguageFollowers): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    session.open(uri, languageId, version, text);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    session.change(uri, version, contentChanges);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    session.close(textDocument.uri);
    followers.closed(textDocument.uri);
  });
}

function connectWorkspace(
  connection: Connection,
  session: Session,
  editor: ConnectedEditor,
  params: InitializeParams,
  followers: LanguageFollowers,
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
    await followers.initialized();
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
  connection.languages.diagnostics.on(({ textDocument, previousResultId }, cancellation) =>
    answerPull(async () => {
      const { id, items } = await session.pull(textDocument.uri, cancellation);
      if (id === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
    }, cancellation),
  );
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, cancellation, _work, parts) => {
    const reports = await session.pullWorkspace({
      previous: previousResultIds,
      onGivenUp: (listener) => cancellation.onCancellationRequested(listener),
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
  connection.onCompletion(({ textDocument, position }, cancellation) =>
    answer(() => features.completion(textDocument.uri, position, cancellation)),
  );
  connection.onCompletionResolve((item, cancellation) => answer(() => features.resolveCompletion(item, cancellation)));
  connection.onHover(({ textDocument, position }, cancellation) =>
    answer(() => features.hover(textDocument.uri, position, cancellation)),
  );
  connection.onDocumentSymbol(({ textDocument }, cancellation) =>
    answer(() => features.symbols(textDocument.uri, cancellation)),
  );
  connection.onDocumentLinks(({ textDocument }, cancellation) =>
    answer(() => features.links(textDocument.uri, cancellation)),
  );
  connection.onCodeLens(({ textDocument }, cancellation) =>
    answer(() => features.codeLenses(textDocument.uri, cancellation)),
  );
  connection.onCodeAction(({ textDocument, range, context }, cancellation) =>
    answer(() => features.codeActions(textDocument.uri, range, context, cancellation)),
  );
}

function connectRenames(connection: Connection, features: Features, editor: ConnectedEditor): void {
  connection.workspace.onWillRenameFiles(({ files }, cancellation) =>
    answer(async () => {
      const moves = files.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri }));
      const { edit, warning } = await features.willRename(moves, cancellation);
      if (warning !== undefined) editor.warn(warning);
      return edit;
    }),
  );
}

function connectRulePages(connection: Connection, editor: ConnectedEditor): void {
  connection.onExecuteCommand(async ({ command, arguments: args }) => {
    const [rule] = (args ?? []) as unknown[];
    // The id comes back from the client: only a rule's own page is opened.
    if (command !== rulePageCommand || !rules.some(({ meta }) => meta.id === rule)) return;
    await editor.showPage(rulePage(String(rule)));
  });
}
