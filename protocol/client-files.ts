import { requestKind } from './request';

/**
 * What a server that runs in a browser asks of its client, which alone reaches the files of the editor. These requests go from
 * the server to the client. Bytes cross as they are: both ends pass messages between workers.
 */

/** Why a file or a folder was not read. */
export type FileTrouble =
  | { readonly kind: 'absent' }
  /** A folder was found in place of a file. */
  | { readonly kind: 'isFolder' }
  | { readonly kind: 'tooLarge'; readonly mebibytes: number }
  /** `reason` is the code of the editor's file system, such as `NoPermissions`. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads a text, whole. */
export const readFileRequest = requestKind<
  { readonly uri: string; readonly mostBytes: number },
  { readonly kind: 'file'; readonly bytes: Uint8Array } | FileTrouble
>('segur/client/lireFichier');

export interface ListedEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** Lists a folder. */
export const listFolderRequest = requestKind<
  { readonly uri: string },
  { readonly kind: 'folder'; readonly entries: readonly ListedEntry[] } | FileTrouble
>('segur/client/listerDossier');

/** Size in bytes and milliseconds since 1970 at which it was last written; 0 where the file system does not know. */
export interface FileStatus {
  readonly size: number;
  readonly modified: number;
}

/** Says what a file is without reading it. */
export const fileStatusRequest = requestKind<
  { readonly uri: string },
  ({ readonly kind: 'file' } & FileStatus) | FileTrouble
>('segur/client/etatFichier');

/** A file of the editor, or what the clipboard held, in base 64. */
export type PieceSource = { readonly uri: string } | { readonly base64: string };

/** Reads a file whole and says what the server has to know of it. */
export const examineFileRequest = requestKind<
  { readonly source: PieceSource; readonly headBytes: number; readonly mostBytes: number },
  | ({
      readonly kind: 'file';
      /** Lower-case hexadecimal. */
      readonly sha256: string;
      /** Its first bytes. */
      readonly head: Uint8Array;
    } & FileStatus)
  | FileTrouble
>('segur/client/examinerFichier');

/** Puts a file in a place where there is none. */
export const placeFileRequest = requestKind<
  {
    readonly source: PieceSource;
    readonly target: string;
    /** The content that is meant: of any other nothing is written. */
    readonly sha256: string;
    readonly mostBytes: number;
  },
  { readonly kind: 'placed' } | { readonly kind: 'exists' } | { readonly kind: 'changed' } | FileTrouble
>('segur/client/placerFichier');

/** Takes away a file that was placed, as long as nothing cites it. */
export const takeAwayFileRequest = requestKind<{ readonly uri: string }, { readonly kind: 'gone' } | FileTrouble>(
  'segur/client/retirerFichier',
);
