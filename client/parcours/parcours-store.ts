import * as vscode from 'vscode';
import type { ParcoursAnswer } from '../../protocol/protocol';
import { coalesce } from '../compliance/coalesce';
import type { Requests } from '../connection/requests';
import type { Session } from '../connection/session';
import { section } from '../ids';

/** Time alone closes a counter: the plan is asked for again this often, in milliseconds. */
const period = 15 * 60_000;

/** The way of each dossier as the server last told it; tree and status bar both read it here. */
export class ParcoursStore implements vscode.Disposable {
  readonly #requests: Requests;
  readonly #log: vscode.LogOutputChannel;
  readonly #changes = new vscode.EventEmitter<ParcoursAnswer>();
  readonly #listeners: vscode.Disposable[];
  readonly #timer: NodeJS.Timeout;
  readonly #fetch = coalesce(() => this.#fetchNow());
  #answer: ParcoursAnswer = { dossiers: [] };

  /** Fires after every refresh, also one that changed nothing. */
  readonly onDidRefresh = this.#changes.event;

  constructor(session: Session, requests: Requests, log: vscode.LogOutputChannel) {
    this.#requests = requests;
    this.#log = log;
    this.#listeners = [
      session.onDidChangeFigures(() => {
        this.#refreshQuietly();
      }),
      session.onDidChangeState((state) => {
        if (state === 'running') this.#refreshQuietly();
        if (state === 'failed') this.#show({ dossiers: [] });
      }),
      // Rows come in the language of the settings.
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${section}.langue`)) this.#refreshQuietly();
      }),
    ];
    this.#timer = setInterval(() => {
      if (session.state === 'running') this.#refreshQuietly();
    }, period);
  }

  get answer(): ParcoursAnswer {
    return this.#answer;
  }

  dispose(): void {
    clearInterval(this.#timer);
    for (const one of [...this.#listeners, this.#changes]) one.dispose();
  }

  async #fetchNow(): Promise<void> {
    this.#show(await this.#requests.parcours());
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
