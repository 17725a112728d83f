import {
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  FileChangeType,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import type { ClientOptions } from '../../protocol/client-options';
import { rulePageCommand } from '../../protocol/commands';
import { rules } from '../core/rules/registry';
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
import { readOptions } from './settings';
import type { Surroundings } from './surroundings';

const section = 'segurPreuves';

const timers: Timers = {
  after(milliseconds, action) {
    // Two that go on at the next turn by timers would follow each other for ever: Node reads nothing between timers that are due.
    if (milliseconds === 0 && typeof setImmediate === 'function') {
      const immediate = setImmediate(action);
      return () => {
        clearImmediate(immediate);
      };
    }
    const timer = setTimeout(action, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Serves one client over a connection until it shuts down. */
export function serve(connection: Connection, surroundings: Surroundings): void {
  // Requests come after `initialize` only: the connection refuses them before.
  connection.onInitialize((params) => initialize(connection, params, surroundings));
  connection.listen();
}

function initialize(connection: Connection, params: InitializeParams, surroundings: Surroundings): InitializeResult {
  const { capabilities } = params;
  let options = readOptions(params.initializationOptions);
  const editor = new ConnectedEditor(connection, capabilities);
  const opened = surroundings.open(options, editor);
  const session = new Session({ ...opened.ports, timers }, rules, editor, Date.now().toString(36));
  session.setLanguage(resolveLocale(options.langue, params.locale));
  const applyOptions = (changed: ClientOptions) => {
    const before = options;
    options = { ...options, ...changed };
    session.setLanguage(resolveLocale(options.langue, params.locale));
    if (opened.optionsChanged(options, before)) session.lookAtAllEvidence();
  };
  const features = new Features(session, {
    ...abilitiesOf(capabilities, options),
    ...(options.suggestCommand === undefined ? {} : { suggestCommand: options.suggestCommand }),
  });
  const followers = connectLanguage(connection, features, editor, surroundings.scheme);
  connectDocuments(connection, session, followers);
  connectWorkspace(connection, session, editor, params, followers, (changed) => {
    applyOptions(changed);
    followers.settingsChanged();
  });
  connectFeatures(connection, session, features);
  connectRenames(connection, features, editor);
  const context = new RequestContext(session, () => options.trusted !== false, surroundings.bundleFolder);
  for (const connect of surroundings.requests) connect(connection, context);
  connectRulePages(connection, editor);
  connection.onShutdown(() => {
    session.dispose();
  });
  editor.logInfo(`Ségur Preuves ${toolVersion} on ${surroundings.ground}, folders: ${foldersOf(params).length}`);
  return {
    capabilities: serverCapabilities(capabilities, surroundings.scheme),
    serverInfo: { name: 'segur-preuves', version: toolVersion },
  };
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
