import type { Connection } from 'vscode-languageserver';
import {
  examineFileRequest,
  fileStatusRequest,
  listFolderRequest,
  placeFileRequest,
  readFileRequest,
  takeAwayFileRequest,
} from '../../protocol/client-files';
import type { RequestKind } from '../../protocol/request';
import { throwIfCancelled, type Cancellation } from '../core/ports/cancellation';

type Params<Kind> = Kind extends RequestKind<infer P, unknown> ? P : never;
type Result<Kind> =
  Kind extends RequestKind<never, infer R> ? R : Kind extends RequestKind<infer _, infer R> ? R : never;
/** One request to whoever has the files. */
type Ask<Kind> = (params: Params<Kind>, cancellation: Cancellation) => Promise<Result<Kind>>;

/** The files of the editor, which the client reaches for the server. */
export interface ClientDisk {
  readonly read: Ask<typeof readFileRequest>;
  readonly list: Ask<typeof listFolderRequest>;
  readonly status: Ask<typeof fileStatusRequest>;
  readonly examine: Ask<typeof examineFileRequest>;
  readonly place: Ask<typeof placeFileRequest>;
  readonly takeAway: Ask<typeof takeAwayFileRequest>;
}

/** The files of the editor at the other end of a connection. Each request is bounded; between two of them work can be given up. */
export function connectedDisk(connection: Connection): ClientDisk {
  const asking =
    <P extends object, R>({ method }: RequestKind<P, R>) =>
    async (params: P, cancellation: Cancellation): Promise<R> => {
      throwIfCancelled(cancellation);
      const answer = await connection.sendRequest<R>(method, params);
      throwIfCancelled(cancellation);
      return answer;
    };
  return {
    read: asking(readFileRequest),
    list: asking(listFolderRequest),
    status: asking(fileStatusRequest),
    examine: asking(examineFileRequest),
    place: asking(placeFileRequest),
    takeAway: asking(takeAwayFileRequest),
  };
}
