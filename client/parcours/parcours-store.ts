import type * as vscode from 'vscode';
import { parcoursRequest, type ParcoursAnswer } from '../../protocol/requests/parcours';
import { AnswerStore } from '../connection/answer-store';
import type { ServerConnection } from '../connection/server-connection';

/** Time alone closes a counter: the plan is asked for again this often, in milliseconds. */
const period = 15 * 60_000;

/** The way of each dossier as the server last told it; tree and status bar both read it here. */
export class ParcoursStore extends AnswerStore<ParcoursAnswer> {
  readonly #timer: NodeJS.Timeout;

  constructor(connection: ServerConnection, log: vscode.LogOutputChannel) {
    super(connection, log, { request: parcoursRequest, nothing: { dossiers: [] }, what: 'The plan' });
    this.#timer = setInterval(() => {
      if (connection.state === 'running') this.refresh();
    }, period);
  }

  override dispose(): void {
    clearInterval(this.#timer);
    super.dispose();
  }
}
