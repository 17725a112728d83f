/**
 * Entry point of `dist/pdf-worker.js`, run as a worker thread: pdf.js reads a document, and whoever started the thread ends it
 * when it takes too long or too much memory. Everything is off that would draw, run code or fetch.
 */
import './pdf-worker-globals';

import { parentPort } from 'node:worker_threads';
import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as parser from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

import { pagePictures } from './pdf-pictures';
import { isOwnStatement } from '../attestation/statement-marks';
import type { PdfAnswer, PdfOpened, PdfRequest } from './pdf-messages';

// Makes pdf.js parse in this thread instead of looking for a script of its own.
Object.assign(globalThis, { pdfjsWorker: parser });

/** XMP packets are some kilobytes, padding included. */
const maxXmpLength = 1024 * 1024;
/** Entries of an outline that are looked at. */
const maxTitles = 10_000;

parentPort?.on('message', (request: PdfRequest) => {
  read(request).catch((error: unknown) => {
    answer({ kind: 'failed', reason: isNamed(error, 'PasswordException') ? 'password' : 'invalid' });
  });
});

/** What a document may have, by the names in its bytes: asking pdf.js for what is not there costs as much as a page. */
interface Holds {
  readonly notes: boolean;
  readonly outline: boolean;
  readonly fields: boolean;
  readonly attachments: boolean;
}

function holds(data: Uint8Array): Holds {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  // In compressed objects, and where a name is written with escapes, nothing can be seen from outside.
  const hidden = bytes.includes('/ObjStm') || hasEscapedName(bytes);
  const has = (name: string): boolean => hidden || bytes.includes(name);
  return {
    notes: has('/Annots'),
    outline: has('/Outlines'),
    fields: has('/AcroForm'),
    attachments: has('/EmbeddedFiles'),
  };
}

/** `/Outl#69nes` is a name too (ISO 32000-1, 7.3.5). */
function hasEscapedName(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('#'); at >= 0; at = bytes.indexOf('#', at + 1))
    if (/\/[A-Za-z]{0,20}#[0-9A-Fa-f]{2}$/.test(bytes.toString('latin1', Math.max(0, at - 21), at + 3))) return true;
  return false;
}

async function read(request: PdfRequest): Promise<void> {
  // Before the library takes the bytes.
  const held = holds(request.data);
  const task = getDocument({
    data: request.data,
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  });
  try {
    const document = await task.promise;
    if (request.picturesOf) {
      for (const picture of await pagePictures(document, request.picturesOf)) answer(picture);
    } else {
      answer(await opened(document, held));
      await readPages(document, request, held);
      if (held.fields) await readFields(document, request.maxTextLength);
      if (held.attachments) await readAttachments(document);
    }
  } finally {
    await task.destroy();
  }
  answer({ kind: 'done' });
}

async function opened(document: PDFDocumentProxy, held: Holds): Promise<PdfOpened> {
  const { info, metadata } = await document.getMetadata();
  const fields: Partial<Record<string, unknown>> = Object.fromEntries(Object.entries(info));
  // Absent when the document has none, which the library's types do not say.
  const xmp: unknown = (metadata as typeof metadata | null | undefined)?.getRaw();
  const texts = [...textsOf(info), ...textsOf(fields['Custom']), ...(held.outline ? await titles(document) : [])];
  const { CreationDate: created, ModDate: modified, EncryptFilterName: filter, Producer: producer } = fields;
  return {
    kind: 'opened',
    pages: document.numPages,
    encrypted: typeof filter === 'string',
    ...(typeof created === 'string' && { created }),
    ...(typeof modified === 'string' && { modified }),
    ...(typeof producer === 'string' && { producer }),
    ...(texts.length > 0 && { texts: texts.join('\n').slice(0, maxXmpLength) }),
    ...(typeof xmp === 'string' && { xmp: xmp.slice(0, maxXmpLength) }),
  };
}

/** Title, author, subject, keywords, and what else a program or a person has named. */
function textsOf(dictionary: unknown): string[] {
  if (typeof dictionary !== 'object' || dictionary === null) return [];
  return Object.entries(dictionary).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' && value !== '' && name !== 'PDFFormatVersion' ? [`${name} ${value}`] : [],
  );
}

/** Titles of the outline (bookmarks), at all depths. */
async function titles(document: PDFDocumentProxy): Promise<string[]> {
  const found: string[] = [];
  try {
    const waiting: unknown[] = [await document.getOutline()];
    while (waiting.length > 0 && found.length < maxTitles) {
      const next = waiting.shift();
      if (Array.isArray(next)) waiting.push(...(next as unknown[]).slice(0, maxTitles));
      else if (typeof next === 'object' && next !== null && 'title' in next && 'items' in next) {
        if (typeof next.title === 'string') found.push(next.title);
        waiting.push(next.items);
      }
    }
  } catch {
    // A damaged outline hides no page.
  }
  return found;
}

/** Notes of a page: what they say, who wrote them, and the addresses of links. */
async function notesOf(document: PDFDocumentProxy, number: number): Promise<string | undefined> {
  try {
    const page = await document.getPage(number);
    const annotations = (await page.getAnnotations()) as readonly Readonly<Record<string, unknown>>[];
    const lines = annotations.flatMap(({ contentsObj, titleObj, url, unsafeUrl, fieldValue, alternativeText }) =>
      [strOf(contentsObj), strOf(titleObj), url ?? unsafeUrl, fieldValue, alternativeText].filter(
        (text): text is string => typeof text === 'string' && text !== '',
      ),
    );
    return lines.length === 0 ? undefined : lines.join('\n');
  } catch {
    // Notes that cannot be read hide no page.
    return undefined;
  }
}

function strOf(text: unknown): unknown {
  return typeof text === 'object' && text !== null && 'str' in text ? text.str : undefined;
}

async function readPages(
  document: PDFDocumentProxy,
  { maxPages, maxTextLength }: PdfRequest,
  held: Holds,
): Promise<void> {
  let length = 0;
  for (let number = 1; number <= Math.min(document.numPages, maxPages) && length < maxTextLength; number++) {
    const text = await pageText(document, number);
    const notes = held.notes ? await notesOf(document, number) : undefined;
    length += text?.length ?? 0;
    const isDrawnOn = text !== undefined && isOwnStatement(text) && (await drawnOn(document, number));
    answer({
      kind: 'page',
      number,
      ...(text !== undefined && { text: text.slice(0, maxTextLength) }),
      ...(notes !== undefined && { notes: notes.slice(0, maxTextLength) }),
      ...(isDrawnOn && { isDrawnOn }),
    });
  }
}

/** What was typed into the fields of a form is not in the text of its pages. */
async function readFields(document: PDFDocumentProxy, maxLength: number): Promise<void> {
  const fields: unknown = await document.getFieldObjects();
  if (typeof fields !== 'object' || fields === null) return;
  const lines = Object.entries(fields).flatMap(([name, widgets]: [string, unknown]) =>
    (Array.isArray(widgets) ? widgets : []).flatMap((widget: unknown) => {
      const value: unknown = typeof widget === 'object' && widget !== null && 'value' in widget ? widget.value : '';
      return typeof value === 'string' && value !== '' ? [`${name}: ${value}`] : [];
    }),
  );
  if (lines.length > 0) answer({ kind: 'fields', text: lines.join('\n').slice(0, maxLength) });
}

async function readAttachments(document: PDFDocumentProxy): Promise<void> {
  const attachments: unknown = await document.getAttachments();
  if (typeof attachments !== 'object' || attachments === null) return;
  for (const file of Object.values(attachments) as unknown[]) {
    if (typeof file !== 'object' || file === null || !('content' in file) || !('filename' in file)) continue;
    const { content, filename } = file;
    if (content instanceof Uint8Array) answer({ kind: 'attachment', name: String(filename), content });
  }
}

async function pageText(document: PDFDocumentProxy, number: number): Promise<string | undefined> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  } catch {
    // One damaged page hides no other: the answer says that this one was not read.
    return undefined;
  }
}

const pictures: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
]);
/** Notes that people sign or complete a document with; a highlight or a remark is no signature. */
const writing: ReadonlySet<unknown> = new Set(['Ink', 'Stamp', 'FreeText']);
/** How pdf.js marks a curve in a path (its `DrawOPS.curveTo`), after which come three points. */
const curveTo = 2;
const pointsOf: readonly number[] = [2, 2, 6, 4, 0];

/** Whether anything beside text and straight lines, which is all that we write, stands on a page. */
async function drawnOn(document: PDFDocumentProxy, number: number): Promise<boolean> {
  try {
    const page = await document.getPage(number);
    const annotations: readonly { readonly subtype?: unknown }[] = await page.getAnnotations();
    const { fnArray, argsArray } = await page.getOperatorList();
    page.cleanup();
    return (
      annotations.some(({ subtype }) => writing.has(subtype)) ||
      fnArray.some((fn, at) => pictures.has(fn) || (fn === OPS.constructPath && hasCurve(argsArray[at])))
    );
  } catch {
    // What cannot be drawn may be anything: it is not taken for our own page.
    return true;
  }
}

function hasCurve(args: unknown): boolean {
  const paths: unknown = Array.isArray(args) ? args[1] : undefined;
  const path: unknown = Array.isArray(paths) ? paths[0] : undefined;
  if (!(path instanceof Float32Array)) return false;
  for (let at = 0; at < path.length;) {
    const step = path[at] ?? 0;
    if (step === curveTo) return true;
    at += 1 + (pointsOf[step] ?? path.length);
  }
  return false;
}

/** By name: its classes are not part of the library's typed interface. */
function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

function answer(message: PdfAnswer): void {
  parentPort?.postMessage(message);
}
