import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import type { EvidenceContent } from '../../core/evidence/evidence-file';
import { extensionOf } from '../../core/evidence/file-extension';
import type { Inspection, PdfFacts, UnreadPart, UnreadReason } from '../../core/evidence/inspection';
import { CancelledError, throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { UnreadableFile } from '../../core/ports/file-fault';
import { readGuarded } from '../files/guarded-file';
import { defaultLimits } from '../inspection/limits';
import { createPdfReader, type PdfReader } from '../inspection/pdf-reader';
import { findingsOf, joinFindings, nothingRecognised, withFindings } from '../inspection/pictures/picture-findings';
import type { PictureFindings } from '../inspection/pictures/picture-findings';
import type { PictureRequest } from '../inspection/pictures/picture-messages';
import { PictureReader } from '../inspection/pictures/picture-reader';
import { isPictureName } from '../inspection/parts/worth-reading';
import type { ContentReading, ReadingWishes } from './content-reading';
import { PictureStore } from './picture-store';
import { sha256Of } from '../files/digest-of';

/** Pixels of a picture as it is read, enlarged: a screen of 1,700 by 1,760, or a page at 300 dots per inch. */
const maxPixels = 12_000_000;
/** Pages of one document that are read as pictures: each takes seconds. */
const maxPages = 50;
/** Pictures inside one document, and their bytes, that are read. */
const inside = { most: 50, mostBytes: 64 * 1024 * 1024 };
/** A reading takes some 300 MB. */
const mostThreads = 2;

export interface PicturePassOptions {
  readonly bundleFolder: string;
  /** Where to keep what was read between runs; undefined keeps it for this run only. */
  readonly storagePath: string | undefined;
  /** Opens a document for the pictures inside it. @throws CancelledError, UnreadableFile, or the system's error */
  readonly open: (path: string, cancellation: Cancellation, wishes: ReadingWishes) => Promise<ContentReading>;
}

/** A piece whose pictures are to be read. */
export interface PicturedPiece {
  readonly content: EvidenceContent;
  readonly realPath: string;
  /** Folder, past all links, that it has to be in. */
  readonly realRoot: string;
}

/** Reads what pictures show, once for each content, where that is asked for. Nothing of it is loaded before. */
export class PicturePass {
  readonly #store: PictureStore;
  readonly #threads = Math.max(1, Math.min(mostThreads, availableParallelism() - 1));
  /** By digest: copies of one content are read once. */
  readonly #running = new Map<string, Promise<void>>();
  #reader: PictureReader | undefined;
  #batches = 0;
  #pdf: PdfReader | undefined;

  constructor(readonly options: PicturePassOptions) {
    this.#store = new PictureStore(options.storagePath);
  }

  load(): Promise<void> {
    return this.#store.load();
  }

  /** Whether a content shows something that only a picture of it tells, and that is not known yet. */
  isWanted(content: EvidenceContent): boolean {
    return isPictured(content) && this.#store.get(content.sha256) === undefined;
  }

  /** The same content, with what is known of its pictures. */
  complete(content: EvidenceContent): EvidenceContent {
    const { inspection } = content;
    const findings = inspection && isPictured(content) ? this.#store.get(content.sha256) : undefined;
    return inspection && findings ? { ...content, inspection: withFindings(inspection, findings) } : content;
  }

  /**
   * Reads the pictures of pieces, and keeps what was read. A file that went or changed meanwhile is left to the next look.
   * @param done told of each piece that `complete` now knows
   * @throws CancelledError; the system's error when what was read cannot be kept
   */
  async read<Piece extends PicturedPiece>(
    pieces: readonly Piece[],
    done: (piece: Piece) => void,
    cancellation: Cancellation,
  ): Promise<void> {
    let next = 0;
    this.#batches++;
    // No more of them are in memory than are read.
    const work = async (): Promise<void> => {
      for (let piece = pieces[next++]; piece; piece = pieces[next++]) {
        throwIfCancelled(cancellation);
        await this.#readGuarded(piece, cancellation);
        done(piece);
      }
    };
    try {
      await Promise.all(Array.from({ length: this.#threads }, work));
    } finally {
      next = pieces.length;
      if (--this.#batches === 0) await this.#rest();
      await this.#store.save();
    }
  }

  /** A thread that waits takes memory, and may keep the process alive. */
  async #rest(): Promise<void> {
    const pdf = this.#pdf;
    this.#pdf = undefined;
    await Promise.all([pdf?.dispose(), this.#reader?.end()]);
  }

  async #readGuarded(piece: PicturedPiece, cancellation: Cancellation): Promise<void> {
    const { sha256 } = piece.content;
    const running = this.#running.get(sha256);
    if (running) await running.catch(() => undefined);
    if (!this.isWanted(piece.content)) return;
    const reading = this.#read(piece, cancellation);
    this.#running.set(sha256, reading);
    try {
      await reading;
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      if (!(error instanceof UnreadableFile) && !(error instanceof Error && 'code' in error)) throw error;
    } finally {
      this.#running.delete(sha256);
    }
  }

  async #read(piece: PicturedPiece, cancellation: Cancellation): Promise<void> {
    const { sha256, inspection = {} } = piece.content;
    const findings =
      inspection.image || isPaged(inspection)
        ? await this.#readFile(piece, inspection, cancellation)
        : await this.#readInside(piece, cancellation);
    // It changed since it was looked at: the next look tells.
    if (!findings) return;
    const isLasting = !findings.unread.some(({ reason }) => reason === 'stopped');
    this.#store.set(sha256, findings, isLasting);
  }

  async #readFile(
    { content, realPath, realRoot }: PicturedPiece,
    { pdf }: Inspection,
    cancellation: Cancellation,
  ): Promise<PictureFindings | undefined> {
    const { bytes } = await readGuarded(realPath, { within: realRoot, mostBytes: defaultLimits.maxBytes });
    if (sha256Of(bytes) !== content.sha256) return undefined;
    if (pdf) return await this.#readPages(bytes, pagesToRead(pdf), cancellation);
    return await this.#readPicture({ kind: 'file', data: bytes, maxPixels }, undefined, cancellation);
  }

  /** Pictures of archives, office documents, mails, pages. */
  async #readInside(
    { content, realPath, realRoot }: PicturedPiece,
    cancellation: Cancellation,
  ): Promise<PictureFindings | undefined> {
    const { content: opened, pictures = [] } = await this.options.open(realPath, cancellation, {
      within: realRoot,
      pictures: inside,
    });
    if (opened.sha256 !== content.sha256) return undefined;
    const found: PictureFindings[] = [];
    for (const { where, data } of pictures) {
      throwIfCancelled(cancellation);
      const findings = await this.#readPicture({ kind: 'file', data, maxPixels }, where, cancellation);
      found.push(findings.unread.length === 0 ? { ...findings, read: [where] } : findings);
    }
    return joinFindings(found);
  }

  async #readPages(data: Uint8Array, pages: readonly number[], cancellation: Cancellation): Promise<PictureFindings> {
    this.#pdf ??= createPdfReader(join(this.options.bundleFolder, 'pdf-worker.js'));
    const found: PictureFindings[] = [];
    // A logo on each page is read once.
    const seen = new Set<string>();
    for (const page of pages.slice(0, maxPages)) {
      const where = `page ${page}`;
      const { end, pictures = [] } = await this.#pdf.read(
        { data, maxPages: 0, maxTextLength: 0, picturesOf: { page, maxPixels } },
        cancellation,
      );
      throwIfCancelled(cancellation);
      if (end !== 'done') found.push(left(where, 'stopped'));
      for (const { width, height, data: pixels } of pictures) {
        const digest = `${width} ${sha256Of(pixels)}`;
        if (pixels.length > 0 && seen.has(digest)) continue;
        seen.add(digest);
        const request = { kind: 'pixels', width, height, data: pixels, maxPixels } as const;
        found.push(await this.#readPicture(request, where, cancellation));
      }
    }
    if (pages.length > maxPages) found.push(left(`page ${pages[maxPages] ?? ''}…`, 'pages'));
    return joinFindings(found);
  }

  async #readPicture(
    request: PictureRequest,
    where: string | undefined,
    cancellation: Cancellation,
  ): Promise<PictureFindings> {
    const { bundleFolder } = this.options;
    this.#reader ??= PictureReader.beside({ bundleFolder, threads: this.#threads });
    const reading = (await this.#reader?.read(request, cancellation)) ?? ({ end: 'unavailable' } as const);
    return reading.end === 'done' ? findingsOf(reading.words, where) : left(where, reasons[reading.end]);
  }
}

const reasons = {
  size: 'size',
  damaged: 'damaged',
  unavailable: 'stopped',
  stopped: 'stopped',
} as const satisfies Readonly<Record<string, UnreadReason>>;

function left(where: string | undefined, reason: UnreadReason): PictureFindings {
  return { ...nothingRecognised, unread: [{ ...(where !== undefined && { where }), reason }] };
}

/** Something shows a picture. What is damaged is told, and not read. */
function isPictured({ inspection, pointer }: EvidenceContent): boolean {
  if (!inspection || pointer || inspection.damage) return false;
  return inspection.image !== undefined || isPaged(inspection) || (inspection.unread ?? []).some(isPictureInside);
}

/** A PDF in which pictures are to be looked for. */
function isPaged({ pdf }: Inspection): boolean {
  return pdf !== undefined && pagesToRead(pdf).length > 0;
}

/** Numbers of pages: those that show pictures are only known once they are opened. */
function pagesToRead({ pictures, pages = 0, textless = [] }: PdfFacts): readonly number[] {
  return pictures ? Array.from({ length: Math.max(pages, ...textless) }, (_, at) => at + 1) : textless;
}

/** A picture that was left; a film or a PDF inside is left for good. */
function isPictureInside({ where, reason }: UnreadPart): boolean {
  if (where === undefined) return false;
  if (reason === 'picture') return isPictureName(where) || extensionOf(where) === '';
  return reason === 'kind' && isPictureName(where);
}
