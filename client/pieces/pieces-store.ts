import type * as vscode from 'vscode';
import { piecesRequest, type PiecesAnswer } from '../../protocol/requests/pieces';
import { AnswerStore } from '../connection/answer-store';
import type { Session } from '../connection/session';

/** The pieces of every dossier as the server last told them; the view and the marks of the explorer both read them here. */
export class PiecesStore extends AnswerStore<PiecesAnswer> {
  constructor(session: Session, log: vscode.LogOutputChannel) {
    super(session, log, { request: piecesRequest, nothing: { dossiers: [] }, what: 'The pieces' });
  }
}
