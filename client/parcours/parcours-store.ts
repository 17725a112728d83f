import * as vscode from 'vscode';
import { parcoursRequest, type ParcoursAnswer } from '../../protocol/requests/parcours';
import { coalesce } from '../compliance/coalesce';
import { followServer } from '../connection/follow-server';
import type { Session } from '../connection/session';

/** Time alone closes a counter: the plan is asked for again this often, in milliseconds. */
const period = 15 * 60_000;

/** The way of each dossier as the server last told it; tree and status bar both read it here. */
export class ParcoursStore implements vscode.Disposable {
  readonly #session: Session;
  readonly #log: vscode.LogOutputChannel;
  readonly #changes = new vscode.EventEmitter<ParcoursAnswer>();
  readonly #following: vscode.Disposable;
  readonly #timer: NodeJS.Timeout;
  readonly #fetch = coalesce(() => this.#fetchNow());
  #answer: ParcoursAnswer = { dossiers: [] };

  /** Fires after every refresh, also one that changed nothing. */
  readonly onDidRefresh = this.#changes.event;

  constructor(session: Session, log: vscode.LogOutputChannel) {
    this.#session = session;
    this.#log = log;
    this.#following = followServer(
      session,
      () => {
        this.#refreshQuietly();
      },
      () => {
        this.#show({ dossiers: [] });
      },
    );
    this.#timer = setInterval(() => {
      if (session.state === 'running') this.#refreshQuietly();
    }, period);
  }

  get answer(): ParcoursAnswer {
    return this.#answer;
  }

  dispose(): void {
    clearInterval(this.#timer);
    for (const one of [this.#following, this.#changes]) one.dispose();
  }

  async #fetchNow(): Promise<void> {
    this.#show(await this.#session.ask(parcoursRequest, {}));
  }

  #show(answer: ParcoursAnswer): void {
    this.#answer = answer;
    this.#changes.fire(answer);
  }

  /** Nobody asked for these refreshes: a failure is for the log. */
  #refreshQuietly(): void {
    this.#fetch().catch((error: unknown) => {
      this.#log.warn(`The plan could not be read: ${String(error)}`);
    });
  }
}
