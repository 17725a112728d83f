import * as vscode from 'vscode';
import type { SegurPreuvesApi } from './api';
import { toolVersionOf } from './assistant/tool-version-of';
import { catalogueDocuments } from './catalogue/catalogue-documents';
import { registerCommands } from './commands/register';
import { ComplianceStore } from './compliance/store';
import { followCursor } from './tree/follow-cursor';
import { ServerConnection } from './connection/server-connection';
import { followContextKeys } from './context-keys';
import { registerDropAndPaste } from './drop-paste/drop-paste';
import { FicheProvider } from './fiche/fiche-provider';
import { followSelection } from './fiche/follow-selection';
import { commands, section, viewId } from './ids';
import { messagesFor } from './messages';
import { saveFollowers } from './moves/save-followers';
import { ParcoursStatus } from './parcours/parcours-status';
import { ParcoursStore } from './parcours/parcours-store';
import { ParcoursTree } from './parcours/parcours-tree';
import { offerPictures } from './pieces/offer-pictures';
import { PieceDecorations } from './pieces/piece-decorations';
import { PiecesStore } from './pieces/pieces-store';
import { PiecesTree } from './pieces/pieces-tree';
import type { Platform } from './platform/platform';
import { currentLanguage } from './settings';
import { ThreadComments } from './team/thread-comments';
import { ActiveTables } from './table/active-tables';
import { TableEditors } from './table/table-editors';
import { CatalogueStatus } from './status/catalogue-status';
import { DossierStatus } from './status/dossier-status';
import { StatusBar } from './status/status-bar';
import { ScenarioTests } from './testing/scenario-tests';
import { ComplianceTree } from './tree/compliance-tree';
import { commandButton, showWithButtons, waitingMessages } from './ui/buttons';

/** For {@link deactivate}, which VS Code calls without arguments. */
let running: ServerConnection | undefined;

/** The client's composition root. Does not wait for the server, so that opening a file stays quick. */
export function activateOn(context: vscode.ExtensionContext, platform: Platform): SegurPreuvesApi {
  const log = vscode.window.createOutputChannel('Ségur Preuves', { log: true });
  const messages = (): ReturnType<typeof messagesFor> => messagesFor(currentLanguage());
  const connection = new ServerConnection(context.extensionUri, platform, log);
  running = connection;
  const store = new ComplianceStore(connection, context.workspaceState, log);
  const tree = new ComplianceTree(store, messages, context.workspaceState);
  const statusBar = new StatusBar(store, messages);
  const catalogue = new CatalogueStatus(connection, store, messages);
  const dossierStatus = new DossierStatus(connection, store, messages, toolVersionOf(context.extension));
  const parcours = new ParcoursStore(connection, log);
  const pieces = new PiecesStore(connection, log);
  const piecesTree = new PiecesTree(pieces);
  const parcoursTree = new ParcoursTree(parcours);

  const services = {
    connection,
    store,
    tree,
    parcours: parcoursTree,
    pieces: piecesTree,
    tables: new ActiveTables(),
    messages,
    log,
  };
  const fiche = new FicheProvider(services, context.extensionUri, context.globalState);

  const threads = new ThreadComments(services);
  const tests = new ScenarioTests(services);

  const showFailure = async (): Promise<void> => {
    await showWithButtons('error', messages().serverFailed, [
      commandButton(messages().restart, commands.restart),
      commandButton(messages().openLog, commands.openLog),
    ]);
  };
  context.subscriptions.push(
    log,
    store,
    tree,
    statusBar,
    catalogue,
    dossierStatus,
    parcours,
    parcoursTree,
    pieces,
    piecesTree,
    new PieceDecorations(pieces),
    offerPictures(pieces, context.workspaceState, messages, log),
    new ParcoursStatus(parcours),
    catalogueDocuments(connection),
    followContextKeys(connection, store),
    followCursor(tree, log),
    saveFollowers(log),
    fiche,
    followSelection(fiche, tree),
    threads,
    registerCommands(services, fiche, threads, context.extensionUri, context.globalState),
    platform.offers(connection, store),
    tests,
    registerDropAndPaste(services),
    new TableEditors(services, context.extensionUri, context.workspaceState),
    connection.onDidChangeState((state) => {
      if (state === 'failed') void showFailure();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(`${section}.langue`)) return;
      tree.changeLanguage();
      statusBar.show();
      catalogue.show();
      dossierStatus.show();
    }),
  );

  const ready = connection.running();
  // Whoever waits for it sees the failure; for everybody else it is shown above.
  ready.catch(() => undefined);
  void vscode.window.withProgress({ location: { viewId } }, () => ready.catch(() => undefined));
  connection.start();
  return {
    ready,
    onDidRefresh: store.onDidRefresh,
    get view() {
      return store.view;
    },
    onDidRefreshParcours: parcours.onDidRefresh,
    get parcours() {
      return parcours.answer;
    },
    get threads() {
      return threads.threads;
    },
    get waitingMessages() {
      return waitingMessages();
    },
    tests,
    get assistantServers() {
      return platform.assistantServers();
    },
    get statusBarText() {
      return statusBar.text;
    },
    get languageStatus() {
      return catalogue.shown;
    },
  };
}

/** Ends the server; VS Code waits for it. */
export async function deactivate(): Promise<void> {
  await running?.end();
}
