import { findLeftOpen } from '../../core/evidence/find-left-open';
import { findSecrets } from '../../core/evidence/find-secrets';
import { findIdentifiers } from '../../core/evidence/find-identifiers';
import type { Damage, IdentifierSighting, Inspection, PdfFacts } from '../../core/evidence/inspection';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { contentWords } from './content-words';
import type { EvidenceSource } from './evidence-source';
import type { InspectionLimits } from './limits';
import { closedParts, type PartOpener } from './parts/part';
import type { PdfReader, PdfReading } from './pdf-reader';
import { findPdfSignatures } from './pdf-signatures';
import { pdfDate } from './pdf-string';
import { statedVerdict } from './reports/stated-verdict';
import { teleserviceFacts } from './teleservice-facts';
import { holdsPictures } from './pdf-picture-streams';
import { isUnsignedDraft } from './unsigned-draft';

/**
 * Facts of a PDF document and the identifiers in its text. Structure, metadata and text are read by pdf.js in a thread of its
 * own (`reader`); signatures and completeness are read from the bytes.
 */
export async function inspectPdf(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  reader: PdfReader,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const content = await source.readAll(limits.maxBytes);
  throwIfCancelled(cancellation);
  if (content === undefined) {
    opener.leave(undefined, 'size');
    return { partial: true };
  }
  if (content.length === 0) return {};
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  // Readers accept a header anywhere in the first 1024 bytes (ISO 32000-1, annex H).
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return { damage: { code: 'not-well-formed', offset: 0 } };
  const reading = await reader.read(
    { data: content, maxPages: limits.maxPages, maxTextLength: limits.maxTextLength },
    cancellation,
  );
  throwIfCancelled(cancellation);
  // What a thread had read when it was stopped depends on how busy the machine is: nothing is made of it.
  if (reading.end === 'stopped') {
    opener.leave(undefined, 'stopped');
    return { partial: true };
  }
  const encrypted = reading.end === 'password' || (reading.opened?.encrypted ?? mentionsEncryption(bytes));
  const damage = damageOf(bytes, reading);
  const identifiers = identifiersIn(reading, limits);
  const secrets = reading.pages
    .flatMap(({ number, text = '' }) => findSecrets(text, { where: `page ${number}`, firstLine: null }))
    .concat(findSecrets(reading.fields ?? '', { where: 'AcroForm', firstLine: null }))
    .slice(0, limits.maxFacts);
  const incomplete = reading.end === 'unavailable' || pagesLeft(reading);
  if (reading.end === 'password') opener.leave(undefined, 'encrypted');
  else if (reading.end === 'unavailable') opener.leave(undefined, 'stopped');
  else if (incomplete) opener.leave(undefined, 'pages');
  for (const { name, content: attached } of reading.attachments ?? []) await opener.open({ name, content: attached });
  searchAround(reading, opener);
  const signatures = findPdfSignatures(bytes, encrypted, limits.maxFacts);
  const text = reading.pages.map((page) => page.text ?? '').join('\n');
  const leftOpen = findLeftOpen(text);
  const validation = incomplete ? undefined : statedVerdict(text);
  const unsignedDraft = isUnsignedDraft(bytes, reading, signatures.length > 0);
  return {
    pdf: {
      ...openedFacts(reading, bytes, limits.maxFacts),
      encrypted,
      signatures,
      ...(unsignedDraft && { unsignedDraft }),
    },
    ...(damage && { damage }),
    ...(identifiers.length > 0 && { identifiers }),
    ...(secrets.length > 0 && { secrets }),
    ...teleserviceFacts(text),
    ...contentWords(`${text}\n${reading.opened?.producer ?? ''}`, limits.maxFacts),
    ...(validation && { validation }),
    ...(leftOpen.length > 0 && { leftOpen }),
    ...(incomplete && { partial: true }),
  };
}

/** What a document says beside its text: title and other metadata, notes, links. */
function searchAround({ opened, pages }: PdfReading, opener: PartOpener): void {
  if (opened?.texts !== undefined) opener.search('Info', opened.texts);
  if (opened?.xmp !== undefined) opener.search('XMP', opened.xmp);
  for (const { number, notes } of pages) if (notes !== undefined) opener.search(`page ${number}, annotation`, notes);
}

function openedFacts(reading: PdfReading, bytes: Buffer, maxFacts: number): Partial<PdfFacts> {
  const { opened } = reading;
  if (!opened) return {};
  const created = opened.created === undefined ? undefined : pdfDate(opened.created);
  const modified = opened.modified === undefined ? undefined : pdfDate(opened.modified);
  const pdfA = pdfAClaim(opened.xmp ?? '') ?? pdfAClaim(wideXmp(bytes));
  const textLayer = hasText(reading);
  const textless = reading.pages.filter(({ text }) => text?.trim() === '').map(({ number }) => number);
  return {
    pages: opened.pages,
    ...(textLayer !== undefined && { textLayer }),
    ...(textless.length > 0 && { textless: textless.slice(0, maxFacts) }),
    ...(holdsPictures(bytes) && { pictures: true as const }),
    ...(pdfA && { pdfA }),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
  };
}

/** Known when a page with text was seen, or when every page was read and has none. */
function hasText({ pages, opened }: PdfReading): boolean | undefined {
  if (pages.some(({ text }) => text !== undefined && text.trim() !== '')) return true;
  const read = pages.filter(({ text }) => text !== undefined).length;
  return read > 0 && read === opened?.pages ? false : undefined;
}

function pagesLeft({ pages, opened }: PdfReading): boolean {
  return opened !== undefined && pages.filter(({ text }) => text !== undefined).length < opened.pages;
}

/** Characters around the claim that are looked at. */
const claimLength = 1024;

/**
 * What stands around a claim in UTF-16, which XMP allows (ISO 16684-1) and pdf.js does not read; empty when there is none.
 * The metadata of a PDF/A-1 are never compressed (ISO 19005-1, 6.7.2).
 */
function wideXmp(bytes: Buffer): string {
  const name = Buffer.from('pdfaid:part', 'utf16le');
  const little = bytes.indexOf(name);
  const big = bytes.indexOf(Buffer.from(name).swap16());
  const at = little >= 0 ? little : big;
  if (at < 0) return '';
  const from = at - 2 * Math.min(claimLength, Math.floor(at / 2));
  const window = Buffer.from(bytes.subarray(from, at + 2 * claimLength));
  const even = window.subarray(0, window.length & ~1);
  // Of ASCII letters one byte in two is zero: the order is told by which.
  return (bytes[at] === 0 ? even.swap16() : even).toString('utf16le');
}

/** ISO 19005-1, 6.7.11: an element or an attribute of the PDF/A identification schema. */
function pdfAClaim(xmp: string): PdfFacts['pdfA'] | undefined {
  const part = /\bpdfaid:part\s*(?:=\s*["']|>)\s*(\d)\b/.exec(xmp)?.[1];
  if (part === undefined) return undefined;
  const conformance = /\bpdfaid:conformance\s*(?:=\s*["']|>)\s*([A-Za-z])\b/.exec(xmp)?.[1]?.toUpperCase();
  return { part: Number(part), ...(conformance !== undefined && { conformance }) };
}

function identifiersIn({ pages, fields = '' }: PdfReading, limits: InspectionLimits): IdentifierSighting[] {
  const typed = findIdentifiers(fields, 'AcroForm', { firstLine: null });
  return pages
    .flatMap(({ number, text }) =>
      text === undefined ? [] : findIdentifiers(text, `page ${number}`, { firstLine: null }),
    )
    .concat(typed)
    .slice(0, limits.maxFacts);
}

function damageOf(bytes: Buffer, reading: PdfReading): Damage | undefined {
  if (isCut(bytes)) return { code: 'truncated', offset: bytes.length };
  if (reading.end === 'password') return { code: 'encrypted' };
  return reading.end === 'invalid' ? { code: 'not-well-formed' } : undefined;
}

/** No end marker at all, or shorter than a linearized file says of itself: its end marker is not the only one. */
function isCut(bytes: Buffer): boolean {
  if (!bytes.includes('%%EOF')) return true;
  const head = bytes.toString('latin1', 0, 1024);
  const declared = /\/Linearized\b/.test(head) ? /\/L\s+(\d{1,15})\b/.exec(head)?.[1] : undefined;
  return declared !== undefined && Number(declared) > bytes.length;
}

/** Asked only when pdf.js could not say. The reference stands uncompressed in a trailer or a stream's dictionary. */
function mentionsEncryption(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('/Encrypt'); at >= 0; at = bytes.indexOf('/Encrypt', at + 1)) {
    if (/^\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(bytes.toString('latin1', at, at + 40))) return true;
  }
  return false;
}
