import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { link, mkdtemp, open, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { FilePiece, Piece, PieceSaid, WantedSlot } from '../../core/attach/piece';
import type { EntryIds } from '../../core/attach/make-place';
import { planDeclaration, type DeclarationOutcome } from '../../core/cells/plan-declaration';
import { planAttach, type AttachOutcome, type AttachPlan } from '../../core/attach/plan-attach';
import type { Standing } from '../../core/attach/destination';
import type { Analysis } from '../../core/engine/analyse';
import { commonPrefix, foldedPath } from '../../core/evidence/evidence-path';
import type { Locale } from '../../core/messages/say';
import { neverCancelled, throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { UnreadableFile } from '../../core/ports/file-fault';
import { MadeFolders } from './made-folders';
import { temporaryPath } from '../archive/temporary-name';
import { systemCode } from '../archive/system-error';
import { parisDay } from '../clock/paris-clock';
import { ReaderHere } from '../evidence/reader-here';
import { isInside, openGuarded } from '../files/guarded-file';
import { FileChanged } from '../files/file-changed';
import { placeNew } from '../files/place-new';
import { assertUnchanged } from './rewrite-text';
import { sweepTemporaries } from './sweep-temporaries';
import { writeEdits } from './write-edits';

/** What someone has in hand, as the host knows it. */
export type Source =
  | {
      readonly kind: 'file' | 'declaration';
      /** Absolute. */
      readonly path: string;
      /** It is copied wherever it lies: what wrote it will write over it. */
      readonly passing?: true;
      readonly wanted?: WantedSlot;
      readonly said?: PieceSaid;
    }
  /** What the clipboard held. */
  | {
      readonly kind: 'bytes';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly wanted?: WantedSlot;
      readonly said?: PieceSaid;
    }
  | Exclude<Piece, FilePiece>;

export interface AttachRequest {
  /** The dossier, with what is known of its evidence. */
  readonly analysis: Analysis;
  readonly sources: readonly Source[];
  readonly locale: Locale;
  readonly cancellation: Cancellation;
  /** Paths whose files make place for others: they count as not there. */
  readonly freed?: ReadonlySet<string>;
}

/** A file that the plan puts in place. */
interface PieceCopy {
  /** Where its content is now. */
  readonly from: string;
  /** Absolute. */
  readonly to: string;
  readonly sha256: string;
  /** It takes the place of the file there, which was freed for it. */
  readonly isOver: boolean;
}

export interface DeclarationRequest extends Pick<AttachRequest, 'analysis' | 'locale' | 'cancellation'> {
  readonly entry: EntryIds;
  /** Of the document, absolute. */
  readonly path: string;
}

export interface PreparedAttach {
  readonly plan: AttachPlan;
  /** Folder of the dossier. */
  readonly root: string;
  readonly copies: readonly PieceCopy[];
}

export type PreparedOutcome =
  ({ readonly kind: 'prepared' } & PreparedAttach) | Exclude<AttachOutcome, { readonly kind: 'planned' }>;

/**
 * Reads the files and works out where they go, then does something with that. Nothing is written before `use` does.
 * What the clipboard held stands in a file of its own meanwhile.
 * @throws UnreadableFile, CancelledError, or the system's error
 */
export async function withPreparedAttach<T>(
  { analysis, sources, locale, cancellation, freed }: AttachRequest,
  use: (outcome: PreparedOutcome) => Promise<T>,
): Promise<T> {
  const scratch = new Scratch();
  const reader = new ReaderHere({});
  try {
    const root = await realpath(fileURLToPath(analysis.dossier.rootUri));
    const common = await commonRoot(analysis);
    const pieces: Piece[] = [];
    const paths: (string | undefined)[] = [];
    for (const source of sources) {
      throwIfCancelled(cancellation);
      if (source.kind === 'link' || source.kind === 'execution') {
        pieces.push(source);
        paths.push(undefined);
        continue;
      }
      const path = source.kind === 'bytes' ? await scratch.hold(source.name, source.bytes) : source.path;
      paths.push(path);
      pieces.push(await pieceOf(source, path, { root, common }, reader, cancellation));
    }
    const disk = standingIn(root, reader, cancellation);
    const standing: Standing = (path) => (freed?.has(path) === true ? Promise.resolve(undefined) : disk(path));
    const plan = await planAttach({ analysis, pieces, locale, standing });
    if (plan.kind !== 'planned') return await use(plan);
    const copies = plan.attachments.flatMap(({ piece, destination }): PieceCopy[] => {
      const [from, one] = [paths[piece], pieces[piece]];
      if (!destination || destination.isThere || from === undefined || !one || !('content' in one)) return [];
      const isOver = freed?.has(destination.path) === true;
      return [{ from, to: join(root, ...destination.path.split('/')), sha256: one.content.sha256, isOver }];
    });
    return await use({ kind: 'prepared', plan, root, copies });
  } finally {
    await reader.end();
    await scratch.remove();
  }
}

/**
 * Reads the document that says why an entry does not apply and works out where it goes, then does something with that. Nothing
 * is written before `use` does.
 * @param path absolute
 * @throws UnreadableFile, CancelledError, or the system's error
 */
export async function withPreparedDeclaration<T>(
  { analysis, entry, path, locale, cancellation }: DeclarationRequest,
  use: (outcome: DeclarationOutcome, copies: Pick<PreparedAttach, 'root' | 'copies'>) => Promise<T>,
): Promise<T> {
  const reader = new ReaderHere({});
  try {
    const root = await realpath(fileURLToPath(analysis.dossier.rootUri));
    const folders = { root, common: await commonRoot(analysis) };
    const document = await pieceOf({ kind: 'declaration', path }, path, folders, reader, cancellation);
    const standing = standingIn(root, reader, cancellation);
    const plan = await planDeclaration({ analysis, entry, document, locale, standing });
    if (plan.kind !== 'planned' || plan.destination.isThere) return await use(plan, { root, copies: [] });
    const to = join(root, ...plan.destination.path.split('/'));
    return await use(plan, { root, copies: [{ from: path, to, sha256: document.content.sha256, isOver: false }] });
  } finally {
    await reader.end();
  }
}

async function pieceOf(
  source: Extract<Source, { readonly kind: 'file' | 'declaration' | 'bytes' }>,
  path: string,
  { root, common }: { readonly root: string; readonly common: string | undefined },
  reader: ReaderHere,
  cancellation: Cancellation,
): Promise<FilePiece> {
  const { handle, status, realPath } = await openGuarded(path);
  await handle.close();
  const { content, stable } = await reader.read(path, cancellation);
  if (!stable) throw new FileChanged(path);
  const isBytes = source.kind === 'bytes';
  const stays = !isBytes && source.passing !== true;
  // Cited by the name that leads to it inside the dossier, where that is no link out of it.
  const written = await writtenInside(path, root);
  const own = stays && isInside(root, realPath) ? (written ?? relative(root, realPath)) : undefined;
  const shared = stays && common !== undefined && isInside(common, realPath) ? relative(common, realPath) : undefined;
  const inside = own ?? (shared === undefined ? undefined : `${commonPrefix}${shared}`);
  return {
    kind: source.kind === 'declaration' ? 'declaration' : 'file',
    name: isBytes ? source.name : basename(path),
    ...(inside === undefined ? {} : { inside: inside.split(sep).join('/') }),
    content,
    ...(isBytes ? {} : { modified: parisDay(new Date(Number(status.mtimeMs))) }),
    ...(source.wanted ? { wanted: source.wanted } : {}),
    ...(source.said ? { said: source.said } : {}),
  };
}

/** The common folder of its portfolio, past all links; undefined where there is none, or where it leads out of the portfolio's. */
async function commonRoot({ dossier: { common } }: Analysis): Promise<string | undefined> {
  if (!common) return undefined;
  try {
    const folder = await realpath(fileURLToPath(common.folderUri));
    return isInside(await realpath(fileURLToPath(common.withinUri)), folder) ? folder : undefined;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A path from the dossier's folder by the names that were given, links below it left as they are. */
async function writtenInside(path: string, root: string): Promise<string | undefined> {
  const folder = await realpath(dirname(resolve(path)));
  const inside = relative(root, join(folder, basename(path)));
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? undefined : inside;
}

/**
 * What stands at a path of the dossier: nothing is written over it. A name that differs by letter case or Unicode form is the
 * same: on some systems it would be the same file.
 */
function standingIn(root: string, reader: ReaderHere, cancellation: Cancellation): Standing {
  return async (path) => {
    let folder = root;
    const real: string[] = [];
    for (const part of path.split('/')) {
      const name = await nameIn(folder, part);
      if (name === undefined) return undefined;
      real.push(name);
      folder = join(folder, name);
    }
    const there = real.join('/');
    try {
      const { content, stable } = await reader.read(folder, cancellation, { within: root });
      return stable ? { path: there, sha256: content.sha256 } : { path: there };
    } catch (error) {
      // A folder, a link out of the dossier, what may not be read: it is in the way all the same.
      if (error instanceof UnreadableFile || systemCode(error) !== undefined) return { path: there };
      throw error;
    }
  };
}

/** The name that something has in a folder; as it is wanted where that very one is there. */
async function nameIn(folder: string, wanted: string): Promise<string | undefined> {
  try {
    const names = await readdir(folder);
    return names.includes(wanted) ? wanted : names.find((name) => foldedPath(name) === foldedPath(wanted));
  } catch (error) {
    // Not there, or a file: what comes of that is told when the folder is made.
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return undefined;
    throw error;
  }
}

/** Holds what has no file of its own. */
class Scratch {
  #folder: string | undefined;

  async hold(name: string, bytes: Uint8Array): Promise<string> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'segur-preuves-'));
    const own = await mkdtemp(join(this.#folder, 'p'));
    const path = join(own, `piece${/\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''}`);
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
    return path;
  }

  async remove(): Promise<void> {
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Files that were put in place, and how to take them back as long as nothing cites them. */
export interface PlacedCopies {
  /** Absolute. */
  readonly paths: readonly string[];
  /** Takes them away; what they took the place of is back. */
  undo(): Promise<void>;
  /** Lets go of what they took the place of: there is no `undo` after it. */
  settle(): Promise<void>;
}

/**
 * Puts the files in place, each whole or not at all.
 * @throws CancelledError, FileChanged, UnreadableFile, or the system's error; what was copied is gone again then
 */
export async function placeCopies(
  { root, copies }: Pick<PreparedAttach, 'root' | 'copies'>,
  cancellation: Cancellation,
): Promise<PlacedCopies> {
  const paths: string[] = [];
  const folders = new MadeFolders();
  const aside = new Map<string, string>();
  const settle = async (): Promise<void> => {
    for (const kept of aside.values()) await rm(kept, { force: true });
    aside.clear();
  };
  const undo = async (): Promise<void> => {
    for (const path of paths) {
      const kept = aside.get(path);
      if (kept === undefined) await rm(path, { force: true });
      else await rename(kept, path);
      aside.delete(path);
    }
    await settle();
    // Only those that were made for it, and hold nothing else.
    await folders.removeEmpty();
  };
  try {
    for (const copy of copies) {
      await folders.make(dirname(copy.to));
      const folder = await realpath(dirname(copy.to));
      if (folder !== root && !isInside(root, folder)) throw new UnreadableFile(copy.to, { kind: 'outside' });
      if (copy.isOver) await keepAside(copy.to, aside);
      await copyNew({ ...copy, isOver: aside.has(copy.to) }, cancellation);
      paths.push(copy.to);
    }
  } catch (error) {
    await undo();
    throw error;
  }
  return { paths, undo, settle };
}

/** Gives a file a second name until what takes its place is settled; its own name leads to a whole file all the time. */
async function keepAside(path: string, aside: Map<string, string>): Promise<void> {
  const kept = temporaryPath(path);
  try {
    await link(path, kept);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    // A file system without hard links.
    await copyNew({ from: path, to: kept, isOver: false }, neverCancelled);
  }
  aside.set(path, kept);
}

const chunkLength = 1024 * 1024;

/** Streams a file to a new name: a reader finds all of it there, or nothing. */
async function copyNew(
  { from, to, sha256, isOver }: Omit<PieceCopy, 'sha256'> & Partial<Pick<PieceCopy, 'sha256'>>,
  cancellation: Cancellation,
): Promise<void> {
  const temporary = temporaryPath(to);
  const { handle: source } = await openGuarded(from);
  try {
    const target = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL);
    const hash = createHash('sha256');
    try {
      const buffer = Buffer.allocUnsafe(chunkLength);
      for (let position = 0; ;) {
        throwIfCancelled(cancellation);
        const { bytesRead } = await source.read(buffer, 0, buffer.length, position);
        if (bytesRead === 0) break;
        const chunk = buffer.subarray(0, bytesRead);
        hash.update(chunk);
        for (let written = 0; written < bytesRead;) {
          const { bytesWritten } = await target.write(chunk, written, bytesRead - written, position + written);
          written += bytesWritten;
        }
        position += bytesRead;
      }
      await target.sync();
    } finally {
      await target.close();
    }
    // The manifest would give another digest than the file has.
    if (sha256 !== undefined && hash.digest('hex') !== sha256) throw new FileChanged(from);
    throwIfCancelled(cancellation);
    await (isOver ? rename(temporary, to) : placeNew(temporary, to));
  } finally {
    await source.close();
    await removeTemporary(temporary);
  }
}

/** An antivirus or an indexer holds a new file for a moment: once more, before the operation fails for it. */
async function removeTemporary(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch {
    await rm(path, { force: true });
  }
}

/**
 * Puts the files in place and writes the manifests.
 * @returns absolute paths of the files that were copied
 * @throws FileChanged, NotUtf8, CancelledError, UnreadableFile, or the system's error; manifests and folder are then as before
 */
export async function applyAttach(
  prepared: Omit<PreparedAttach, 'plan'> & { readonly plan: Pick<AttachPlan, 'files'> },
  cancellation: Cancellation,
): Promise<readonly string[]> {
  const { files } = prepared.plan;
  for (const { uri, before } of files) await assertUnchanged(fileURLToPath(uri), before);
  await sweepTemporaries([...files.map(({ uri }) => fileURLToPath(uri)), ...prepared.copies.map(({ to }) => to)]);
  const placed = await placeCopies(prepared, cancellation);
  try {
    await writeEdits(files, cancellation);
  } catch (error) {
    await placed.undo();
    throw error;
  }
  await placed.settle();
  return placed.paths;
}
