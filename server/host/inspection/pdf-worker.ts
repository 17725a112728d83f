/**
 * Entry point of `dist/pdf-worker.js`, run as a worker thread: pdf.js reads a document, and whoever started the thread ends it
 * when it takes too long or too much memory. Everything is off that would draw, run code or fetch.
 */
import './pdf-worker-globals';

import { parentPort } from 'node:worker_threads';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as parser from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

import type { PdfAnswer, PdfOpened, PdfRequest } from './pdf-messages';

// Makes pdf.js parse in this thread instead of looking for a script of its own.
Object.assign(globalThis, { pdfjsWorker: parser });

/** XMP packets are some kilobytes, padding included. */
const maxXmpLength = 1024 * 1024;

parentPort?.on('message', (request: PdfRequest) => {
  read(request).catch((error: unknown) => {
    answer({ kind: 'failed', reason: isNamed(error, 'PasswordException') ? 'password' : 'invalid' });
  });
});

async function read(request: PdfRequest): Promise<void> {
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
    answer(await opened(document));
    await readPages(document, request);
  } finally {
    await task.destroy();
  }
  answer({ kind: 'done' });
}

async function opened(document: PDFDocumentProxy): Promise<PdfOpened> {
  const { info, metadata } = await document.getMetadata();
  const fields: Partial<Record<string, unknown>> = Object.fromEntries(Object.entries(info));
  // Absent when the document has none, which the library's types do not say.
  const xmp: unknown = (metadata as typeof metadata | null | undefined)?.getRaw();
  const { CreationDate: created, ModDate: modified, EncryptFilterName: filter } = fields;
  return {
    kind: 'opened',
    pages: document.numPages,
    encrypted: typeof filter === 'string',
    ...(typeof created === 'string' && { created }),
    ...(typeof modified === 'string' && { modified }),
    ...(typeof xmp === 'string' && { xmp: xmp.slice(0, maxXmpLength) }),
  };
}

async function readPages(document: PDFDocumentProxy, { maxPages, maxTextLength }: PdfRequest): Promise<void> {
  let length = 0;
  for (let number = 1; number <= Math.min(document.numPages, maxPages) && length < maxTextLength; number++) {
    const text = await pageText(document, number);
    length += text?.length ?? 0;
    answer({ kind: 'page', number, ...(text !== undefined && { text: text.slice(0, maxTextLength) }) });
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

/** By name: its classes are not part of the library's typed interface. */
function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

function answer(message: PdfAnswer): void {
  parentPort?.postMessage(message);
}
