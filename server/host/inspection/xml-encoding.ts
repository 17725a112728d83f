import { decodeText } from './decode-text';

/** How the bytes of an XML document become characters (XML 1.0, appendix F). */
export interface XmlEncoding {
  /** A name that TextDecoder knows, or undefined when the declaration names one that it does not. */
  readonly label: string | undefined;
}

/** Most bytes in which a declaration is looked for. */
export const declarationBytes = 1024;

/**
 * Encoding by byte order mark, then by the shape of the first characters, then by the declaration; UTF-8 without any.
 * @param start the first bytes of the document
 */
export function xmlEncoding(start: Uint8Array): XmlEncoding {
  const marked = byteOrderMark(start);
  if (marked !== undefined) return { label: marked };
  if (start[0] === 0x3c && start[1] === 0) return { label: 'utf-16le' };
  if (start[0] === 0 && start[1] === 0x3c) return { label: 'utf-16be' };
  const text = Buffer.from(start.subarray(0, declarationBytes)).toString('latin1');
  const declared = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(text)?.[1];
  if (declared === undefined) return { label: 'utf-8' };
  // In single bytes, whatever UTF-16 was declared: a document converted without its declaration.
  if (/^utf-?16/i.test(declared)) return { label: 'utf-8' };
  return { label: knownLabel(declared) };
}

function byteOrderMark(start: Uint8Array): string | undefined {
  const decoded = decodeText(start.subarray(0, 4));
  return decoded?.bom === true ? decoded.encoding : undefined;
}

function knownLabel(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    // A RangeError is how the decoder says that it does not know the name.
    return undefined;
  }
}
