import type { AttachPieceParams } from '../../protocol/requests/attach-plan';
import { toBase64 } from '../ui/base64';

/** What a gesture brought, as the editor tells it. */
export interface InHand {
  /** Pictures and files that have their bytes with them. */
  readonly files: readonly HeldFile[];
  /** Lines of a `text/uri-list`. */
  readonly uris: string;
  readonly text: string;
  /** A picture on the clipboard: what else is said of it is of an earlier copy. */
  readonly picture?: HeldFile;
}

export interface HeldFile {
  readonly name: string;
  /** Where it is, where the editor knows. */
  readonly uri?: string;
  bytes(): Promise<Uint8Array>;
}

/** A piece to be attached; the bytes of one that has no place are read when that is done. */
export type PieceInHand =
  | { readonly kind: 'file'; readonly uri: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'bytes'; readonly file: HeldFile };

/**
 * The pieces of a gesture. A text is one only where it is an address or the path of a file, alone.
 * @param folder URI of the dossier's folder, which paths start from
 * @param isFile whether a file is there, by its URI
 */
export async function piecesInHand(
  { files, uris, text, picture }: InHand,
  folder: string,
  isFile: (uri: string) => Promise<boolean>,
): Promise<readonly PieceInHand[]> {
  if (picture) return [{ kind: 'bytes', file: picture }];
  const listed = await listedPieces(uris, isFile);
  if (listed.length > 0) return listed;
  if (files.length > 0) {
    return files.map((file) => (file.uri === undefined ? { kind: 'bytes', file } : { kind: 'file', uri: file.uri }));
  }
  const line = text.trim();
  if (line === '' || /[\r\n]/.test(line)) return [];
  if (isLink(line)) return [{ kind: 'link', url: line }];
  const uri = pathUri(line.replace(/^"(.*)"$/, '$1'), folder);
  return uri !== undefined && (await isFile(uri)) ? [{ kind: 'file', uri }] : [];
}

async function listedPieces(uris: string, isFile: (uri: string) => Promise<boolean>): Promise<PieceInHand[]> {
  const pieces: PieceInHand[] = [];
  for (const line of uris.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (isLink(line)) {
      pieces.push({ kind: 'link', url: line });
      continue;
    }
    const uri = fileUri(line);
    // A folder is no piece, nor is what is not there: of several nothing is then guessed.
    if (uri === undefined || !(await isFile(uri))) return [];
    pieces.push({ kind: 'file', uri });
  }
  return pieces;
}

/** An address of the web and nothing else. */
function isLink(text: string): boolean {
  return /^https?:\/\/[^\s/]\S*$/i.test(text);
}

/** The editor names one file in several ways (`vscode-local`, `vscode-remote`): the path is what they have in common. */
function fileUri(uri: string): string | undefined {
  const parts = /^([a-z][a-z\d+.-]*):\/\/([^/]*)(\/.*)$/i.exec(uri);
  if (!parts) return undefined;
  const [, scheme = '', authority = '', path = ''] = parts;
  if (scheme === 'file') return uri;
  return /^vscode-(?:local|remote)$/.test(scheme)
    ? `file://${scheme === 'vscode-local' ? authority : ''}${path}`
    : undefined;
}

/** Of an absolute path, or one that starts from the dossier's folder. */
function pathUri(path: string, folder: string): string | undefined {
  // Words are no path: a name has its extension at least.
  if (!/\.[\p{L}\d]{1,10}$/u.test(path) || path.length > 1000) return undefined;
  if (/^file:\/\//i.test(path)) return path;
  const encoded = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:[\\/]/.test(path)) return `file:///${encoded.replace('%3A', ':')}`;
  if (path.startsWith('/')) return `file://${encoded}`;
  return `${folder.replace(/\/$/, '')}/${encoded.replace(/^\.\//, '')}`;
}

/** As the protocol takes them. */
export async function asParams(
  pieces: readonly PieceInHand[],
  slot: NonNullable<AttachPieceParams['slot']>,
): Promise<readonly AttachPieceParams[]> {
  return Promise.all(
    pieces.map(async (piece): Promise<AttachPieceParams> => {
      if (piece.kind !== 'bytes') return { ...piece, slot };
      const base64 = toBase64(await piece.file.bytes());
      return { kind: 'bytes', name: piece.file.name, base64, slot };
    }),
  );
}
