import type { EvidenceSource } from './evidence-source';
import { decodeText } from './decode-text';

/** What a piece of evidence is looked at as. A text may be several things at once: a journal that holds HL7 messages. */
export type ContentKind =
  | 'image'
  | 'video'
  | 'pdf'
  | 'archive'
  | 'gzip'
  | 'tar'
  | 'compound'
  | 'rtf'
  /** A text whose long lines are folded: a card, an appointment. */
  | 'folded'
  | 'xml'
  | 'json'
  | 'html'
  | 'mail'
  | 'mailbox'
  | 'hl7'
  | 'certificates'
  | 'csv'
  /** A text that no other kind explains, or a table: a journal, whose dates say when it was recorded. */
  | 'text'
  /** The text of a document with a structure of its own, in which any date may stand. */
  | 'structured-text';

/** Bytes at the beginning that tell the kinds of a text. */
const headBytes = 16 * 1024;

/** By what the signature library calls them, and by extension when the signature says nothing. */
const binaryKinds: Readonly<Record<string, ContentKind>> = {
  png: 'image',
  apng: 'image',
  jpg: 'image',
  jpeg: 'image',
  gif: 'image',
  webp: 'image',
  bmp: 'image',
  tif: 'image',
  tiff: 'image',
  heic: 'image',
  avif: 'image',
  mp4: 'video',
  m4v: 'video',
  mov: 'video',
  webm: 'video',
  mkv: 'video',
  avi: 'video',
  wmv: 'video',
  asf: 'video',
  mpg: 'video',
  mpeg: 'video',
  ogv: 'video',
  ogm: 'video',
  ogx: 'video',
  pdf: 'pdf',
  zip: 'archive',
  docx: 'archive',
  xlsx: 'archive',
  pptx: 'archive',
  odt: 'archive',
  ods: 'archive',
  odp: 'archive',
  jar: 'archive',
  gz: 'gzip',
  'tar.gz': 'gzip',
  tgz: 'gzip',
  tar: 'tar',
  cfb: 'compound',
  doc: 'compound',
  xls: 'compound',
  ppt: 'compound',
  msg: 'compound',
};

/** Kinds that have a signature, always. */
const signedOnly: ReadonlySet<ContentKind> = new Set(['archive', 'gzip', 'tar', 'compound']);

const textKinds: Readonly<Record<string, ContentKind>> = {
  xml: 'xml',
  json: 'json',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  eml: 'mail',
  mbox: 'mailbox',
  ndjson: 'text',
  jsonl: 'text',
  hl7: 'hl7',
  er7: 'hl7',
  rtf: 'rtf',
  vcf: 'folded',
  ics: 'folded',
  ldif: 'folded',
  csv: 'csv',
  tsv: 'csv',
};

const certificateExtensions = new Set(['cer', 'crt', 'der', 'pem']);

/**
 * What the content is to be looked at as, by its signature, else by its name and its first characters.
 * @returns the most specific kind first; empty when nothing is known of such content
 */
export async function contentKinds(source: EvidenceSource): Promise<readonly ContentKind[]> {
  const { detected, extension } = source;
  const signed = detected && binaryKinds[detected.extension];
  if (signed) return [signed];
  const head = await source.read(0, headBytes);
  // A book, a spreadsheet with macros, a drawing: the library has a name for each, and all are archives.
  if (Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PK\x03\x04') return ['archive'];
  // A list of properties (a page saved by Safari) has texts in UTF-16 among its numbers.
  if (Buffer.from(head.subarray(0, 8)).toString('latin1') === 'bplist00') return [];
  const text = decodeText(head)?.text;
  // A name that promises a picture over content that has no signature: the inspector says what is wrong.
  const promised = binaryKinds[extension];
  if (detected === undefined && promised) return signedOnly.has(promised) ? [] : [promised];
  const isBinary = text === undefined || (detected !== undefined && head.includes(0) && !isWide(text, head));
  // Pictures may stand in it as they are, behind `\bin`.
  if (isBinary && Buffer.from(head.subarray(0, 5)).toString('latin1') === '{\\rtf') return ['rtf'];
  if (text === undefined) return certificateExtensions.has(extension) ? ['certificates'] : [];
  // A journal may hold NULs; a program or a database that begins like a text is none.
  if (isBinary) return [];
  const kinds = [...new Set(textKindsOf(text, extension))];
  return [...kinds, kinds.every((kind) => kind === 'csv' || kind === 'hl7') ? 'text' : 'structured-text'];
}

/** UTF-16 has two bytes a character, most of the time. */
function isWide(text: string, head: Uint8Array): boolean {
  return text.length > 0 && text.length <= head.length / 2;
}

function* textKindsOf(text: string, extension: string): Generator<ContentKind> {
  const start = text.slice(0, 4096).trimStart();
  if (/^<(?:!doctype\s+html|html)\b/i.test(start)) yield 'html';
  else if (start.startsWith('<')) yield 'xml';
  if (start.startsWith('{\\rtf')) yield 'rtf';
  if (/^BEGIN:V(?:CARD|CALENDAR)\b/i.test(start)) yield 'folded';
  if (/^[[{]/.test(start) && isJsonName(extension)) yield 'json';
  const named = textKinds[extension];
  if (named) yield named;
  if (certificateExtensions.has(extension) || text.includes('-----BEGIN CERTIFICATE-----')) yield 'certificates';
  if (/^From [^\r\n]{1,200}\r?\n[A-Za-z][\w-]*:/.test(start)) yield 'mailbox';
  if (/^(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|From|Date|Subject|To):\s/i.test(start)) {
    if (/^MIME-Version:\s/im.test(start)) yield 'mail';
  }
  if (/(?:^|\s)(?:MSH|FHS|BHS)\|/.test(text)) yield 'hl7';
}

/** Names that may be those of a JSON document; a journal may begin with a brace too. */
function isJsonName(extension: string): boolean {
  return extension === '' || /json|^(?:map|har|webmanifest|txt)$/.test(extension);
}
