import type { PdfFacts } from '../../core/evidence/inspection';
import { pdfDate, pdfString } from './pdf-string';

type Signature = PdfFacts['signatures'][number];

/** How far around a byte range the rest of its dictionary is looked for: the signature itself is left out of it. */
const dictionaryReach = 8192;

/**
 * The signature dictionaries of a document (ISO 32000-1, 12.8). They stand uncompressed in the file, since the byte range
 * tells where their own contents are; that is why they are found without reading the document's structure.
 * @param encrypted then the dates and names are, too, and are left out
 */
export function findPdfSignatures(bytes: Buffer, encrypted: boolean, maxSignatures: number): Signature[] {
  const signatures: Signature[] = [];
  let at = bytes.indexOf('/ByteRange');
  for (; at >= 0 && signatures.length < maxSignatures; at = bytes.indexOf('/ByteRange', at + 1)) {
    const dictionary = dictionaryAround(bytes, at);
    if (dictionary !== undefined) signatures.push(factsOf(dictionary, encrypted));
  }
  return signatures;
}

/** The dictionary's text without its contents; undefined when it is no signature. */
function dictionaryAround(bytes: Buffer, rangeAt: number): string | undefined {
  const range = /^\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+\d+\s*\]/.exec(
    bytes.toString('latin1', rangeAt, rangeAt + 200),
  );
  if (!range) return undefined;
  const [, first = 0, length = 0, resumed = 0] = range.map(Number);
  // The contents lie between the two signed parts, before or after the range in the dictionary.
  const contentsAt = first + length;
  if (contentsAt >= resumed || resumed > bytes.length || bytes[contentsAt] !== 0x3c) return undefined;
  const start = Math.min(rangeAt, contentsAt);
  const stop = Math.max(rangeAt, resumed);
  const before = bytes.toString('latin1', Math.max(0, start - dictionaryReach), start);
  const opening = Math.max(before.lastIndexOf(' obj'), 0);
  const between = rangeAt < contentsAt ? bytes.subarray(rangeAt, contentsAt) : bytes.subarray(resumed, rangeAt);
  const after = bytes.toString('latin1', stop, stop + dictionaryReach);
  const closing = after.search(/\bendobj\b/);
  const text = [
    before.slice(opening),
    between.length > dictionaryReach ? '' : between.toString('latin1'),
    closing < 0 ? after : after.slice(0, closing),
  ].join(' ');
  return /\/Contents\b/.test(text) ? text : undefined;
}

function factsOf(dictionary: string, encrypted: boolean): Signature {
  const subFilter = /\/SubFilter\s*\/([^\s/<>()[\]{}%]+)/.exec(dictionary)?.[1];
  const signedOn = encrypted ? undefined : stringAt(dictionary, /\/M\s*(?=[(<])/);
  const name = encrypted ? undefined : stringAt(dictionary, /\/Name\s*(?=[(<])/);
  const date = signedOn === undefined ? undefined : pdfDate(signedOn);
  return {
    ...(subFilter !== undefined && { subFilter }),
    ...(date !== undefined && { signedOn: date }),
    ...(name !== undefined && name !== '' && { name }),
  };
}

function stringAt(dictionary: string, key: RegExp): string | undefined {
  const match = key.exec(dictionary);
  return match ? pdfString(dictionary.slice(match.index + match[0].length)) : undefined;
}
