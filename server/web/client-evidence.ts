import type { EvidenceFile } from '../core/evidence/evidence-file';
import type { EvidenceFolder } from '../core/evidence/evidence-folders';
import { commonPath, commonPrefix } from '../core/evidence/evidence-path';
import { throwIfCancelled, type Cancellation } from '../core/ports/cancellation';
import type { CommonFolder } from '../core/ports/evidence-files';
import { nameOf, relativeTo, under } from '../core/text/uri';
import { walkFolders } from '../core/workspace/folder-walk';
import { isHiddenFile, KeptListings, mostListedFiles } from '../core/workspace/kept-listings';
import { parisDay } from '../host/clock/paris-clock';
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
export class ClientEvidence implements WatchedEvidence {
  readonly #listings: KeptListings;
  /** By the dossier's folder, then by path. */
  readonly #known = new Map<string, Map<string, EvidenceFile>>();
  /** By URI. */
  readonly #read = new Map<string, { readonly piece: ReadPiece; readonly status: string }>();
  readonly #written = new Map<string, number>();
  readonly #doubted = new Set<string>();
  readonly #commonFolders = new Map<string, CommonFolder>();
  readonly #listeners: ((rootUri: string, path?: string) => void)[] = [];
  #mayOpen: boolean;

  constructor(
    readonly disk: ClientDisk,
    mayOpen: boolean,
  ) {
    this.#mayOpen = mayOpen;
    this.#listings = new KeptListings((rootUri, folder, cancellation) => this.#filesIn(rootUri, folder, cancellation));
  }

  /** The user granted or withdrew trust; takes effect at the next scan. */
  setMayOpen(mayOpen: boolean): void {
    this.#mayOpen = mayOpen;
  }

  lookup(rootUri: string, path: string): EvidenceFile | undefined {
    return this.#known.get(rootUri)?.get(path);
  }

  lastWritten(rootUri: string, path: string): string | undefined {
    const time = this.#written.get(keyOf(rootUri, path));
    return time === undefined ? undefined : parisDay(new Date(time));
  }

  commonFolder(rootUri: string, folder: CommonFolder | undefined): void {
    const before = this.#commonFolders.get(rootUri);
    if (before?.folderUri === folder?.folderUri && before?.withinUri === folder?.withinUri) return;
    if (folder) this.#commonFolders.set(rootUri, folder);
    else this.#commonFolders.delete(rootUri);
    // What was known of shared pieces was known of another folder's.
    for (const path of [...(this.#known.get(rootUri)?.keys() ?? [])])
      if (commonPath(path) !== undefined) this.#forget(rootUri, path);
  }

  listed(rootUri: string): readonly string[] | undefined {
    return this.#listings.of(rootUri);
  }

  /** @throws CancelledError; folders listed until then count */
  async list(rootUri: string, folders: readonly EvidenceFolder[], cancellation: Cancellation): Promise<void> {
    const before = this.#listings.of(rootUri);
    try {
      await this.#listings.list(rootUri, folders, cancellation);
    } finally {
      if (this.#listings.of(rootUri) !== before) this.#tell(rootUri);
    }
  }

  onDidChange(listener: (rootUri: string, path?: string) => void): void {
    this.#listeners.push(listener);
  }

  invalidate(rootUri: string, path: string): void {
    this.#doubted.add(keyOf(rootUri, path));
  }

  /**
   * Looks at these files. What has the same size and time as before is not read.
   * @throws CancelledError; facts gathered until then stay
   */
  async scan(rootUri: string, paths: readonly string[], cancellation: Cancellation): Promise<void> {
    const waiting = [...new Set(paths)];
    const common = this.#commonFolders.get(rootUri);
    const isWithin = common && relativeTo(common.withinUri, common.folderUri) !== undefined;
    const places: Places = {
      own: new PiecePlaces(this.disk, rootUri),
      common: isWithin ? new PiecePlaces(this.disk, common.folderUri) : undefined,
    };
    let next = 0;
    const work = async (): Promise<void> => {
      for (let path = waiting[next++]; path !== undefined; path = waiting[next++]) {
        throwIfCancelled(cancellation);
        await this.#look(rootUri, path, places, cancellation);
      }
    };
    try {
      await Promise.all(Array.from({ length: width }, work));
    } finally {
      // The other workers stop at their next file.
      next = waiting.length;
    }
  }

  async #look(rootUri: string, path: string, places: Places, cancellation: Cancellation): Promise<void> {
    const shared = commonPath(path);
    const folder = shared === undefined ? places.own : places.common;
    const inFolder = shared ?? path;
    const key = keyOf(rootUri, path);
    const place = await folder?.locate(inFolder, cancellation);
    if (!folder || !place) {
      this.#written.delete(key);
      const pointer = this.#mayOpen ? await folder?.dvcPointer(inFolder, cancellation) : undefined;
      this.#learn(rootUri, path, { state: 'absent', ...(pointer ? { pointer } : {}) });
      return;
    }
    if (place.kind === 'folder') this.#learn(rootUri, path, { state: 'directory' });
    else if (place.kind === 'other') this.#learn(rootUri, path, { state: 'special' });
    else if (!this.#mayOpen) this.#forget(rootUri, path);
    else {
      const piece = await this.#pieceAt(under(folder.rootUri, place.path), key, cancellation);
      if ('kind' in piece) {
        this.#written.delete(key);
        this.#learn(rootUri, path, stateOf(piece));
        return;
      }
      if (piece.modified > 0) this.#written.set(key, piece.modified);
      const nameOnDisk =
        place.path === inFolder ? undefined : `${shared === undefined ? '' : commonPrefix}${place.path}`;
      this.#learn(rootUri, path, { ...piece.content, ...(nameOnDisk === undefined ? {} : { nameOnDisk }) });
    }
  }

  async #pieceAt(uri: string, key: string, cancellation: Cancellation): Promise<ReadPiece | FileTrouble> {
    const found = await this.disk.status({ uri }, cancellation);
    if (found.kind !== 'file') return found;
    // A file system that knows no times tells nothing by them.
    const status = found.modified > 0 ? `${found.size} ${found.modified}` : undefined;
    const kept = this.#read.get(uri);
    if (kept && kept.status === status && !this.#doubted.has(key)) return kept.piece;
    const piece = await readPiece(this.disk, { uri }, nameOf(uri), cancellation);
    if ('kind' in piece || status === undefined) this.#read.delete(uri);
    else this.#read.set(uri, { piece, status });
    this.#doubted.delete(key);
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

  /** The same object stays while it says the same: rules tell by identity what to look at again. */
  #learn(rootUri: string, path: string, fact: EvidenceFile): void {
    const known = this.#known.get(rootUri) ?? new Map<string, EvidenceFile>();
    const before = known.get(path);
    if (before && JSON.stringify(before) === JSON.stringify(fact)) return;
    this.#known.set(rootUri, known.set(path, fact));
    this.#tell(rootUri, path);
  }

  #forget(rootUri: string, path: string): void {
    if (this.#known.get(rootUri)?.delete(path)) this.#tell(rootUri, path);
  }

  #tell(rootUri: string, path?: string): void {
    for (const listener of this.#listeners) listener(rootUri, path);
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

function keyOf(rootUri: string, path: string): string {
  return `${rootUri}\n${path}`;
}
