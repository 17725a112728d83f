import type { EvidenceFile } from '../core/evidence/evidence-file';
import type { EvidenceFolder } from '../core/evidence/evidence-folders';
import { commonPath, commonPrefix } from '../core/evidence/evidence-path';
import type { Cancellation } from '../core/ports/cancellation';
import { nameOf, relativeTo, under } from '../core/text/uri';
import { walkFolders } from '../core/workspace/folder-walk';
import { isHiddenFile, KeptListings, type ListFolder, mostListedFiles } from '../core/workspace/kept-listings';
import { KnownEvidence, lookAtEach } from '../host/evidence/known-evidence';
import type { WatchedEvidence } from '../language/session/ports';
import type { FileTrouble } from '../../protocol/client-files';
import type { ClientDisk } from './client-disk';
import { entriesOf } from './client-files';
import { readPiece, type ReadPiece } from './piece-content';
import { PiecePlaces } from './piece-places';

/** Files looked at at the same time: each is held whole by the client. */
const width = 2;

/** Where the pieces of one scan lie. */
interface Places {
  readonly own: PiecePlaces;
  readonly common: PiecePlaces | undefined;
}

/**
 * Facts about evidence among the editor's files: whether it is there, its size, its digest and what its signature says. What is
 * inside is not read; {@link readPiece} notes that.
 */
export class ClientEvidence extends KnownEvidence implements WatchedEvidence {
  /** By URI. */
  readonly #read = new Map<string, { readonly piece: ReadPiece; readonly status: string }>();

  constructor(
    readonly disk: ClientDisk,
    mayOpen: boolean,
  ) {
    const filesIn: ListFolder = (rootUri, folder, cancellation) => this.#filesIn(rootUri, folder, cancellation);
    super(() => new KeptListings(filesIn), mayOpen);
  }

  /**
   * Looks at these files. What has the same size and time as before is not read.
   * @throws CancelledError; facts gathered until then stay
   */
  async scan(rootUri: string, paths: readonly string[], cancellation: Cancellation): Promise<void> {
    const common = this.commonFolderOf(rootUri);
    const isWithin = common && relativeTo(common.withinUri, common.folderUri) !== undefined;
    const places: Places = {
      own: new PiecePlaces(this.disk, rootUri),
      common: isWithin ? new PiecePlaces(this.disk, common.folderUri) : undefined,
    };
    await lookAtEach(paths, width, (path) => this.#look(rootUri, path, places, cancellation), cancellation);
  }

  async #look(rootUri: string, path: string, places: Places, cancellation: Cancellation): Promise<void> {
    const shared = commonPath(path);
    const folder = shared === undefined ? places.own : places.common;
    const inFolder = shared ?? path;
    const place = await folder?.locate(inFolder, cancellation);
    if (!folder || !place) {
      this.learnWritten(rootUri, path, undefined);
      const pointer = this.mayOpen ? await folder?.dvcPointer(inFolder, cancellation) : undefined;
      this.learn(rootUri, path, { state: 'absent', ...(pointer ? { pointer } : {}) });
      return;
    }
    if (place.kind === 'folder') this.learn(rootUri, path, { state: 'directory' });
    else if (place.kind === 'other') this.learn(rootUri, path, { state: 'special' });
    else if (!this.mayOpen) this.forget(rootUri, path);
    else {
      const piece = await this.#pieceAt(under(folder.rootUri, place.path), { rootUri, path }, cancellation);
      if ('kind' in piece) {
        this.learnWritten(rootUri, path, undefined);
        this.learn(rootUri, path, stateOf(piece));
        return;
      }
      if (piece.modified > 0) this.learnWritten(rootUri, path, piece.modified);
      const nameOnDisk =
        place.path === inFolder ? undefined : `${shared === undefined ? '' : commonPrefix}${place.path}`;
      this.learn(rootUri, path, { ...piece.content, ...(nameOnDisk === undefined ? {} : { nameOnDisk }) });
    }
  }

  async #pieceAt(
    uri: string,
    { rootUri, path }: { readonly rootUri: string; readonly path: string },
    cancellation: Cancellation,
  ): Promise<ReadPiece | FileTrouble> {
    const found = await this.disk.status({ uri }, cancellation);
    if (found.kind !== 'file') return found;
    // A file system that knows no times tells nothing by them.
    const status = found.modified > 0 ? `${found.size} ${found.modified}` : undefined;
    const kept = this.#read.get(uri);
    if (kept && kept.status === status && !this.isDoubted(rootUri, path)) return kept.piece;
    const piece = await readPiece(this.disk, { uri }, nameOf(uri), cancellation);
    if ('kind' in piece || status === undefined) this.#read.delete(uri);
    else this.#read.set(uri, { piece, status });
    this.trust(rootUri, path);
    return piece;
  }

  async #filesIn(
    rootUri: string,
    { path, whole }: EvidenceFolder,
    cancellation: Cancellation,
  ): Promise<readonly string[]> {
    const files: string[] = [];
    const list = (inner: string) =>
      entriesOf(this.disk, under(rootUri, inner === '' ? path : `${path}/${inner}`), cancellation);
    for await (const name of walkFolders(list, { enters: () => whole, links: false }, cancellation)) {
      if (isHiddenFile(name)) continue;
      files.push(`${path}/${name}`);
      if (files.length >= mostListedFiles) break;
    }
    return files;
  }
}

function stateOf(trouble: FileTrouble): EvidenceFile {
  switch (trouble.kind) {
    case 'absent':
      return { state: 'absent' };
    case 'isFolder':
      return { state: 'directory' };
    case 'tooLarge':
      return { state: 'unreadable', reason: 'EFBIG' };
    case 'unreadable':
      return { state: 'unreadable', reason: trouble.reason };
  }
}
