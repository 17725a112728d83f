import { ProgressType, type CancellationToken, type Connection } from 'vscode-languageserver';
import { progressTokenKey, type RequestKind } from '../../protocol/request';
import { answer } from './answer';
import type { Answer, RequestContext } from './request-context';

/** Answers one kind of request over a connection. */
export type ConnectRequest = (connection: Connection, context: RequestContext) => void;

/** A kind of request with what answers it. That code is loaded with the first request: no start needs it. */
export function on<Params, Result, Progress>(
  kind: RequestKind<Params, Result, Progress>,
  load: () => Promise<{ readonly answer: Answer<RequestKind<Params, Result, Progress>> }>,
): ConnectRequest {
  const progressType = new ProgressType<unknown>();
  return (connection, context) => {
    connection.onRequest(kind.method, (params: Params, cancellation: CancellationToken) =>
      answer(async () => {
        const { answer: give } = await load();
        const progressToken = progressTokenOf(params);
        return give(params, context, cancellation, (progress) => {
          if (progressToken === undefined) return;
          connection.sendProgress(progressType, progressToken, progress).catch((error: unknown) => {
            context.session.editor.logError(error);
          });
        });
      }),
    );
  };
}

function progressTokenOf(params: unknown): string | undefined {
  const token: unknown =
    typeof params === 'object' && params !== null ? Reflect.get(params, progressTokenKey) : undefined;
  return typeof token === 'string' ? token : undefined;
}
