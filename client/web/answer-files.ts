import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  examineFileRequest,
  fileStatusRequest,
  listFolderRequest,
  placeFileRequest,
  readFileRequest,
  takeAwayFileRequest,
} from '../../protocol/client-files';
import type { RequestKind } from '../../protocol/request';
import { EditorFiles } from './editor-files';

/** Answers what the server asks about the editor's files. */
export function answerFiles(client: BaseLanguageClient): void {
  const files = new EditorFiles();
  const on = <P, R>({ method }: RequestKind<P, R>, answer: (params: P) => Promise<R>): void => {
    client.onRequest(method, answer);
  };
  on(readFileRequest, (params) => files.read(params));
  on(listFolderRequest, (params) => files.list(params));
  on(fileStatusRequest, (params) => files.status(params));
  on(examineFileRequest, (params) => files.examine(params));
  on(placeFileRequest, (params) => files.place(params));
  on(takeAwayFileRequest, (params) => files.takeAway(params));
}
