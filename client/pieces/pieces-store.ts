import * as vscode from 'vscode';
import { piecesRequest, type PiecesAnswer } from '../../protocol/requests/pieces';
import { coalesce } from '../compliance/coalesce';
import { followServer } from '../connection/follow-server';
import type { Session } from '../connection/session';

/** The pieces of every dossier as the server last told them; the view and the marks of the explorer both read them here. */
export class PiecesStore implements vscode.Disposable {
  readonly #session: Session;
  readonly #log: vscode.LogOutputChannel;
  readonly #changes = new vscode.EventEmitter<PiecesAnswer>();
  readonly #following: vscode.Disposable;
  readonly #fetch = coalesce(() => this.#fetchNow());
  #answer: PiecesAnswer = { dossiers: [] };

  /** Fires after every refresh, also one that changed nothing. */
  readonly onDidRefresh = this.#changes.event;

  constructor(session: Session, log: vscode.LogOutputChannel) {
    this.#session = session;
    this.#log = log;
    this.#following = followServer(
      session,
      () => {
        // Nobody asked for these refreshes: a failure is for the log.
        this.#fetch().catch((error: unknown) => {
          this.#log.warn(`The pieces could not be read: ${String(error)}`);
        });
      },
      () => {
        this.#show({ dossiers: [] });
      },
    );
  }

  get answer(): PiecesAnswer {
    return this.#answer;
  }

  dispose(): void {
    for (const one of [this.#following, this.#changes]) one.dispose();
  }

  async #fetchNow(): Promise<void> {
    this.#show(await this.#session.ask(piecesRequest, {}));
  }

  #show(answer: PiecesAnswer): void {
    this.#answer = answer;
    this.#changes.fire(answer);
  }
}
