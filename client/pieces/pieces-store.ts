import type * as vscode from 'vscode';
import { piecesRequest, type PiecesAnswer } from '../../protocol/requests/pieces';
import { AnswerStore } from '../connection/answer-store';
import type { ServerConnection } from '../connection/server-connection';

/** The pieces of every dossier as the server last told them; the view and the marks of the explorer both read them here. */
export class PiecesStore extends AnswerStore<PiecesAnswer> {
  constructor(connection: ServerConnection, log: vscode.LogOutputChannel) {
    super(connection, log, { request: piecesRequest, nothing: { dossiers: [] }, what: 'The pieces' });
  }
}
