import * as vscode from 'vscode';
import { complianceRequest, type ComplianceParams, type ComplianceView } from '../../protocol/requests/compliance';
import { followServer } from '../connection/follow-server';
import type { ServerConnection } from '../connection/server-connection';
import { coalesce } from './coalesce';

export type Grouping = ComplianceParams['groupBy'];

/** Where the grouping is remembered for a workspace. */
const groupingKey = 'groupement';

/** The compliance figures as the server last told them; tree, status bar and commands all read them here. */
export class ComplianceStore implements vscode.Disposable {
  readonly #connection: ServerConnection;
  readonly #memory: vscode.Memento;
  readonly #log: vscode.LogOutputChannel;
  readonly #changes = new vscode.EventEmitter<ComplianceView>();
  readonly #groupings = new vscode.EventEmitter<Grouping>();
  readonly #following: vscode.Disposable;
  readonly #fetch = coalesce(() => this.#fetchNow());
  #view: ComplianceView = { dossiers: [] };
  #grouping: Grouping;

  /** Fires after every refresh, also one that changed nothing. */
  readonly onDidRefresh = this.#changes.event;
  readonly onDidChangeGrouping = this.#groupings.event;

  /** @param memory of the workspace */
  constructor(connection: ServerConnection, memory: vscode.Memento, log: vscode.LogOutputChannel) {
    this.#connection = connection;
    this.#memory = memory;
    this.#log = log;
    this.#grouping = memory.get<Grouping>(groupingKey) === 'domain' ? 'domain' : 'chapter';
    this.#following = followServer(
      connection,
      () => {
        this.#refreshQuietly();
      },
      () => {
        this.#show({ dossiers: [] });
      },
    );
  }

  /** Folder of the user; undefined where there is none. */
  get home(): vscode.Uri | undefined {
    return this.#connection.platform.home;
  }

  get view(): ComplianceView {
    return this.#view;
  }

  get grouping(): Grouping {
    return this.#grouping;
  }

  /** Asks the server again. Rejects as a request does; the figures then stay as they were. */
  refresh(): Promise<void> {
    return this.#fetch();
  }

  /** Groups by chapter or by domain from now on, in this workspace. */
  async groupBy(grouping: Grouping): Promise<void> {
    this.#grouping = grouping;
    this.#groupings.fire(grouping);
    await this.#memory.update(groupingKey, grouping);
    await this.refresh();
  }

  dispose(): void {
    for (const one of [this.#following, this.#changes, this.#groupings]) one.dispose();
  }

  async #fetchNow(): Promise<void> {
    this.#show(await this.#connection.ask(complianceRequest, { groupBy: this.#grouping }));
  }

  #show(view: ComplianceView): void {
    this.#view = view;
    this.#changes.fire(view);
  }

  /** For refreshes that nobody asked for: a failure is for the log. */
  #refreshQuietly(): void {
    this.refresh().catch((error: unknown) => {
      this.#log.warn(`The compliance figures could not be read: ${String(error)}`);
    });
  }
}
