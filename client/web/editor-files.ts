import * as vscode from 'vscode';
import type {
  examineFileRequest,
  fileStatusRequest,
  FileTrouble,
  listFolderRequest,
  ListedEntry,
  PieceSource,
  placeFileRequest,
  readFileRequest,
  takeAwayFileRequest,
} from '../../protocol/client-files';
import type { RequestKind } from '../../protocol/request';
import { fromBase64 } from '../ui/base64';
import { sha256Of } from './sha256';

type Types<Kind extends RequestKind<unknown, unknown>> = NonNullable<Kind['types']>;
type Params<Kind extends RequestKind<unknown, unknown>> = Types<Kind>['params'];
type Result<Kind extends RequestKind<unknown, unknown>> = Promise<Types<Kind>['result']>;

const mebibyte = 1024 * 1024;

/** The files of the editor, as its file systems have them. What they refuse is told, never thrown. */
export class EditorFiles {
  /** What was placed here, and may be taken away again. */
  readonly #placed = new Set<string>();

  read({ uri, mostBytes }: Params<typeof readFileRequest>): Result<typeof readFileRequest> {
    return troubled(async () => {
      const bytes = await contentOf({ uri }, mostBytes);
      return bytes instanceof Uint8Array ? { kind: 'file' as const, bytes } : bytes;
    });
  }

  list({ uri }: Params<typeof listFolderRequest>): Result<typeof listFolderRequest> {
    return troubled(async () => {
      const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri, true));
      return { kind: 'folder' as const, entries: entries.map(([name, type]) => ({ name, kind: kindOf(type) })) };
    });
  }

  status({ uri }: Params<typeof fileStatusRequest>): Result<typeof fileStatusRequest> {
    return troubled(async () => {
      const { type, size, mtime } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri, true));
      if ((type & vscode.FileType.Directory) !== 0) return { kind: 'isFolder' as const };
      return { kind: 'file' as const, size, modified: mtime };
    });
  }

  examine({ source, headBytes, mostBytes }: Params<typeof examineFileRequest>): Result<typeof examineFileRequest> {
    return troubled(async () => {
      const before = await stampOf(source);
      const bytes = await contentOf(source, mostBytes);
      if (!(bytes instanceof Uint8Array)) return bytes;
      return {
        kind: 'file' as const,
        size: bytes.length,
        modified: before,
        sha256: await sha256Of(bytes),
        head: bytes.slice(0, headBytes),
      };
    });
  }

  place({ source, target, sha256, mostBytes }: Params<typeof placeFileRequest>): Result<typeof placeFileRequest> {
    return troubled(async () => {
      const bytes = await contentOf(source, mostBytes);
      if (!(bytes instanceof Uint8Array)) return bytes;
      if ((await sha256Of(bytes)) !== sha256) return { kind: 'changed' as const };
      const uri = vscode.Uri.parse(target, true);
      if (await isThere(uri)) return { kind: 'exists' as const };
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
      await vscode.workspace.fs.writeFile(uri, bytes);
      this.#placed.add(uri.toString());
      return { kind: 'placed' as const };
    });
  }

  takeAway({ uri }: Params<typeof takeAwayFileRequest>): Result<typeof takeAwayFileRequest> {
    return troubled(async () => {
      const parsed = vscode.Uri.parse(uri, true);
      // Whatever else stands there is somebody's.
      if (this.#placed.delete(parsed.toString())) await vscode.workspace.fs.delete(parsed);
      return { kind: 'gone' as const };
    });
  }
}

/** Runs what asks a file system; what it refuses becomes an answer. */
async function troubled<T>(action: () => Promise<T>): Promise<T | FileTrouble> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) {
      // A provider may throw whatever it likes, and so does one that is not there: the file is not read.
      return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
    }
    if (error.code === 'FileNotFound' || error.code === 'FileNotADirectory') return { kind: 'absent' };
    if (error.code === 'FileIsADirectory') return { kind: 'isFolder' };
    return { kind: 'unreadable', reason: error.code };
  }
}

async function contentOf(source: PieceSource, mostBytes: number): Promise<Uint8Array | FileTrouble> {
  const tooLarge = { kind: 'tooLarge', mebibytes: Math.floor(mostBytes / mebibyte) } as const;
  if ('base64' in source) {
    const bytes = fromBase64(source.base64);
    return bytes.length > mostBytes ? tooLarge : bytes;
  }
  const uri = vscode.Uri.parse(source.uri, true);
  const { type, size } = await vscode.workspace.fs.stat(uri);
  if ((type & vscode.FileType.Directory) !== 0) return { kind: 'isFolder' };
  if (size > mostBytes) return tooLarge;
  const bytes = await vscode.workspace.fs.readFile(uri);
  return bytes.length > mostBytes ? tooLarge : bytes;
}

/** When a file was last written, as far as its file system says. */
async function stampOf(source: PieceSource): Promise<number> {
  if ('base64' in source) return 0;
  return (await vscode.workspace.fs.stat(vscode.Uri.parse(source.uri, true))).mtime;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

function kindOf(type: vscode.FileType): ListedEntry['kind'] {
  if ((type & vscode.FileType.Directory) !== 0) return (type & vscode.FileType.SymbolicLink) !== 0 ? 'other' : 'folder';
  if ((type & vscode.FileType.SymbolicLink) !== 0) return 'link';
  return (type & vscode.FileType.File) !== 0 ? 'file' : 'other';
}
