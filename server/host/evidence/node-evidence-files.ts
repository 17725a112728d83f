import { fileURLToPath } from 'node:url';
import type { EvidenceContent, EvidenceFile, TrackedFacts } from '../../core/evidence/evidence-file';
import type { Inspection } from '../../core/evidence/inspection';
import { CancelledError, type Cancellation } from '../../core/ports/cancellation';
import type { EvidenceFiles } from '../../core/ports/evidence-files';
import { UnreadableFile, type FileFault } from '../../core/ports/file-fault';
import { EvidenceListings } from './evidence-listings';
import { EvidenceStore } from './evidence-store';
import type { ContentReading, ControlWish, ReadingWishes } from './content-reading';
import { KnownEvidence, lookAtEach } from './known-evidence';
import type { Location } from './locate';
import { PieceLocator } from './piece-locator';
import { dvcPointer, dvcTracked } from './pointer-files';
import type { PicturedPiece, PicturePass } from './picture-pass';
import { ReaderHere } from './reader-here';
import { ReadingPool } from './reading-pool';

/** Files looked at at the same time where there are no threads to read them. */
const narrow = 4;

/** Reads files during one scan. */
interface Reader {
  /** @throws CancelledError, or the system's error */
  read(path: string, cancellation: Cancellation, wishes: ReadingWishes): Promise<ContentReading>;
  end(): Promise<void>;
}

export interface NodeEvidenceOptions {
  /** Folder for what is known between runs; undefined keeps nothing. */
  readonly storagePath?: string;
  /** False where the user does not trust the folder: files are found, never opened, and nothing is kept. Default: true. */
  readonly mayOpen?: boolean;
  /** True where the text of pictures is to be read, too, which takes seconds for each. Default: false. */
  readonly pictures?: boolean;
  /** True where a scan does not wait for the pictures, which are told when they are read. Default: false. */
  readonly picturesBeside?: boolean;
  /** Folder of ANS's schemas for every dossier, whatever its configuration says; absolute. */
  readonly controlFolder?: string | undefined;
  /** Folder of the running bundle, where the code of the reading threads is; without it, files are read on this one. */
  readonly bundleFolder?: string;
  /** Told of an inspector that failed: what it would have found is missing, nothing else. */
  readonly onInspectorFailure?: (error: unknown) => void;
  /** Told of a failure to keep facts between runs; nothing else is lost by it. */
  readonly onStoreError?: (error: unknown) => void;
}

type NamedPiece = PicturedPiece & { readonly path: string };
interface Looking {
  readonly locator: PieceLocator;
  readonly reader: Reader;
  /** The schemas that the dossier's CDA are to be held against. */
  readonly control: ControlWish | undefined;
}

/** Facts about evidence on the machine's file system. */
export class NodeEvidenceFiles extends KnownEvidence implements EvidenceFiles {
  readonly #store: EvidenceStore;
  readonly #pool: ReadingPool | undefined;
  #pictures: PicturePass | undefined;
  /** By the dossier's folder. */
  readonly #controlFolders = new Map<string, string>();
  #controlFolder: string | undefined;
  #wantsPictures: boolean;
  #pictureCancellation = { isCancellationRequested: false };

  constructor(readonly options: NodeEvidenceOptions = {}) {
    super(() => new EvidenceListings(), options.mayOpen !== false);
    this.#store = new EvidenceStore(options.storagePath);
    const { bundleFolder = __dirname, onInspectorFailure } = options;
    this.#pool = ReadingPool.beside({ bundleFolder, ...(onInspectorFailure ? { onInspectorFailure } : {}) });
    this.#controlFolder = options.controlFolder;
    this.#wantsPictures = options.pictures === true;
  }

  /** Whether the text of pictures is read, too; takes effect at the next scan. */
  setPictures(wanted: boolean): void {
    this.#wantsPictures = wanted;
    if (wanted) return;
    this.#pictureCancellation.isCancellationRequested = true;
    this.#pictureCancellation = { isCancellationRequested: false };
  }

  controlCda(rootUri: string, folderUri: string | undefined): void {
    if (folderUri?.startsWith('file:') !== true) this.#controlFolders.delete(rootUri);
    else this.#controlFolders.set(rootUri, fileURLToPath(folderUri));
  }

  controlFolderOf(rootUri: string): string | undefined {
    return this.#controlFolder ?? this.#controlFolders.get(rootUri);
  }

  /** The folder of ANS's schemas that goes before those of configurations; takes effect at the next scan. */
  setControlFolder(folder: string | undefined): void {
    this.#controlFolder = folder;
  }

  /**
   * Looks at these files. What has the same size, time and inode as before is not read.
   * @throws CancelledError; facts gathered until then stay
   */
  async scan(rootUri: string, paths: readonly string[], cancellation: Cancellation): Promise<void> {
    if (paths.length === 0) return;
    if (!rootUri.startsWith('file:')) return;
    const common = this.commonFolderOf(rootUri);
    const locator = new PieceLocator({ rootUri, ...(common ? { common } : {}) });
    await this.#store.load();
    if (this.#wantsPictures) await this.#loadPictures();
    const pictured: NamedPiece[] = [];
    const control = await this.#control(rootUri, cancellation);
    const reader = this.#reader();
    const look = async (path: string): Promise<void> => {
      const left = await this.#look(rootUri, path, { locator, reader, control }, cancellation);
      if (left) pictured.push({ ...left, path });
    };
    try {
      await lookAtEach(paths, this.#pool?.width ?? narrow, look, cancellation);
      // After all the rest, which is known within a moment.
      if (this.options.picturesBeside === true) this.#readBeside(rootUri, pictured);
      else await this.#readPictures(rootUri, pictured, cancellation);
    } finally {
      await reader.end();
      await this.#save();
    }
  }

  async #control(rootUri: string, cancellation: Cancellation): Promise<ControlWish | undefined> {
    const path = this.controlFolderOf(rootUri);
    if (path === undefined || !this.mayOpen) return undefined;
    // What most dossiers never need is not loaded with the rest.
    const { lookAtControlFolder, noFolder } = await import('../cisis/control-folder.js');
    const folder = await lookAtControlFolder(path, cancellation);
    return { path, digest: folder?.digest ?? noFolder };
  }

  #reader(): Reader {
    const pool = this.#pool;
    // The pool stays: its threads end by themselves.
    if (pool) return { read: pool.read.bind(pool), end: () => Promise.resolve() };
    return new ReaderHere(this.options);
  }

  async #look(
    rootUri: string,
    path: string,
    { locator, reader, control }: Looking,
    cancellation: Cancellation,
  ): Promise<PicturedPiece | undefined> {
    const location = await locator.locate(path);
    if (location.kind === 'not') {
      this.learnWritten(rootUri, path, undefined);
      const absent = location.fact.state === 'absent' && this.mayOpen;
      const placed = absent ? locator.at(path) : undefined;
      const pointer = placed ? await dvcPointer(placed.locator.root, placed.path) : undefined;
      this.learn(rootUri, path, pointer ? { state: 'absent', pointer } : location.fact);
    } else {
      this.learnWritten(rootUri, path, location.identity.mtimeMs);
      const root = this.mayOpen ? locator.at(path)?.locator.root : undefined;
      const tracked =
        location.stub === undefined || root === undefined ? undefined : await dvcTracked(root, location.stub);
      const fact = await this.#contentOf(
        { rootUri, path },
        { ...location, tracked },
        { reader, control },
        cancellation,
      );
      if (!fact) this.forget(rootUri, path);
      else if (fact.state !== 'file' || !this.#wantsPictures || !this.#pictures) this.learn(rootUri, path, fact);
      else {
        this.learn(rootUri, path, this.#pictures.complete(fact));
        const { realPath, realRoot } = location;
        if (this.mayOpen && this.#pictures.isWanted(fact)) return { content: fact, realPath, realRoot };
      }
    }
    return undefined;
  }

  /** Its code is loaded where pictures are wanted, and not before. */
  async #loadPictures(): Promise<void> {
    const { bundleFolder = __dirname, storagePath } = this.options;
    const { PicturePass } = await import('./picture-pass.js');
    this.#pictures ??= new PicturePass({
      bundleFolder,
      storagePath,
      open: async (path, cancellation, wishes) => {
        const reader = this.#reader();
        try {
          return await reader.read(path, cancellation, wishes);
        } finally {
          await reader.end();
        }
      },
    });
    await this.#pictures.load();
  }

  async #readPictures(rootUri: string, pieces: readonly NamedPiece[], cancellation: Cancellation): Promise<void> {
    const pictures = this.#pictures;
    if (pieces.length === 0 || !pictures) return;
    const learn = ({ path, content }: NamedPiece): void => {
      // Another look may have found another content since.
      const known = this.lookup(rootUri, path);
      if (known?.state === 'file' && known.sha256 === content.sha256)
        this.learn(rootUri, path, pictures.complete(known));
    };
    try {
      await pictures.read(pieces, learn, cancellation);
    } catch (error) {
      if (error instanceof CancelledError || !(error instanceof Error && 'code' in error)) throw error;
      this.options.onStoreError?.(error);
    }
  }

  /** While pictures are read, other files go on being looked at. */
  #readBeside(rootUri: string, pieces: readonly NamedPiece[]): void {
    this.#readPictures(rootUri, pieces, this.#pictureCancellation).catch((error: unknown) => {
      if (!(error instanceof CancelledError)) this.options.onInspectorFailure?.(error);
    });
  }

  async #contentOf(
    { rootUri, path }: { readonly rootUri: string; readonly path: string },
    location: Extract<Location, { kind: 'file' }> & { readonly tracked: TrackedFacts | undefined },
    { reader, control }: Omit<Looking, 'locator'>,
    cancellation: Cancellation,
  ): Promise<EvidenceFile | undefined> {
    const { realPath, realRoot, identity, nameOnDisk, tracked } = location;
    const named = { ...(nameOnDisk === undefined ? {} : { nameOnDisk }), ...(tracked ? { tracked } : {}) };
    const kept = this.isDoubted(rootUri, path) ? undefined : this.#store.get(realPath, identity);
    if (kept && (!tracked || hasMd5(kept)) && isControlledBy(kept, control))
      return { ...controlled(kept, control), ...named };
    if (!this.mayOpen) return undefined;
    try {
      const reading = await reader.read(realPath, cancellation, {
        md5: tracked !== undefined,
        bytes: identity.size,
        within: realRoot,
        ...(control && { control }),
      });
      if (reading.stable) this.#store.set(realPath, reading.identity, reading.content);
      else this.#store.delete(realPath);
      this.trust(rootUri, path);
      return { ...controlled(reading.content, control), ...named };
    } catch (error) {
      if (error instanceof UnreadableFile) return factOf(error.fault);
      if (error instanceof CancelledError || !(error instanceof Error && 'code' in error)) throw error;
      if (error.code === 'ENOENT') return { state: 'absent' };
      return { state: 'unreadable', reason: String(error.code) };
    }
  }

  async #save(): Promise<void> {
    if (!this.mayOpen) return;
    try {
      await this.#store.save();
    } catch (error) {
      this.options.onStoreError?.(error);
    }
  }
}

/** Whether what is known of a file tells how its CDA stand against the schemas that are asked for. */
function isControlledBy({ inspection }: EvidenceContent, control: ControlWish | undefined): boolean {
  if (!control || !inspection || inspection.controlledBy === control.digest) return true;
  // Neither holds documents.
  return inspection.image !== undefined || inspection.video !== undefined;
}

/** Facts without what was asked for at another time. */
function controlled<T extends Pick<EvidenceContent, 'inspection'>>(content: T, control: ControlWish | undefined): T {
  const { inspection } = content;
  if (control || !inspection || inspection.controlledBy === undefined) return content;
  const rest: { -readonly [Key in keyof Inspection]: Inspection[Key] } = { ...inspection };
  delete rest.cdaControls;
  delete rest.controlledBy;
  return { ...content, inspection: rest };
}

/** What is said of a piece of evidence that was found and then not read. */
function factOf(fault: FileFault): EvidenceFile {
  switch (fault.kind) {
    case 'outside':
    case 'directory':
    case 'special':
      return { state: fault.kind };
    case 'brokenLink':
      return { state: 'absent' };
    case 'unreadable':
      return { state: 'unreadable', reason: fault.reason };
    case 'tooLarge':
      return { state: 'unreadable', reason: 'EFBIG' };
    case 'conflictCopy':
      // Said of manifests alone.
      return { state: 'absent' };
  }
}

/** A Git LFS pointer never tells it. */
function hasMd5({ md5, pointer }: EvidenceContent): boolean {
  return md5 !== undefined || pointer !== undefined;
}
