import * as vscode from 'vscode';
import type { NoParams, RequestKind } from '../../protocol/request';
import { coalesce } from '../compliance/coalesce';
import { followServer } from './follow-server';
import type { ServerConnection } from './server-connection';

/** What a store keeps. */
export interface Kept<T> {
  readonly request: RequestKind<NoParams, T>;
  /** While the server says nothing. */
  readonly nothing: T;
  /** What could not be read, in the words of the log. */
  readonly what: string;
}

/** The server's last answer to a request without parameters, kept up to date; views and marks read it here. */
export class AnswerStore<T> implements vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<T>();
  readonly #following: vscode.Disposable;
  readonly #fetch: () => Promise<void>;
  #answer: T;

  /** Fires after every refresh, also one that changed nothing. */
  readonly onDidRefresh = this.#changes.event;

  constructor(
    connection: ServerConnection,
    readonly log: vscode.LogOutputChannel,
    readonly kept: Kept<T>,
  ) {
    this.#answer = kept.nothing;
    this.#fetch = coalesce(async () => {
      this.#show(await connection.ask(kept.request, {}));
    });
    this.#following = followServer(
      connection,
      () => {
        this.refresh();
      },
      () => {
        this.#show(kept.nothing);
      },
    );
  }

  get answer(): T {
    return this.#answer;
  }

  /** Nobody waits for it: a failure is for the log. */
  refresh(): void {
    this.#fetch().catch((error: unknown) => {
      this.log.warn(`${this.kept.what} could not be read: ${String(error)}`);
    });
  }

  dispose(): void {
    for (const one of [this.#following, this.#changes]) one.dispose();
  }

  #show(answer: T): void {
    this.#answer = answer;
    this.#changes.fire(answer);
  }
}
