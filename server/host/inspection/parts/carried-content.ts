import { keyStoreHead, keyStoreIn } from '../../../core/evidence/key-store';
import { decodeText } from '../decode-text';
import { signedType } from './signed-type';

/** Characters of base64 that can hold an INS. */
export const shortestEncoded = 20;
/** Below this, three bytes that look like a signature are chance. */
const shortestSigned = 64;

/**
 * The document that a value carries in base64 (of any alphabet, in lines or not, behind `data:…;base64,`).
 * @returns undefined when it is no base64, or gives neither a text nor keys nor a known kind of file
 */
export function decodedContent(value: string): Uint8Array | undefined {
  if (value.length < shortestEncoded) return undefined;
  const text = value.replace(/^\s*data:[^,]{0,200};base64,/i, '').replace(/\s+/g, '');
  // Sought is what must not be there: a pattern of the whole would remember each character of a large document.
  if (text.length < shortestEncoded || /[^A-Za-z0-9+/_=-]|=[^=]|={3}/.test(text)) return undefined;
  const content = Buffer.from(text, 'base64');
  if (content.length >= shortestSigned && signedType(content) !== undefined) return content;
  if (content.length >= shortestSigned && keyStoreIn(content.subarray(0, keyStoreHead)) !== undefined) return content;
  return isPlainText(content) ? content : undefined;
}

/** A document that stands as it is in a value of another one: XML in CDATA, JSON or HL7 v2 in a string. */
export function writtenContent(value: string): Uint8Array | undefined {
  const start = value.slice(0, 200).trimStart();
  const isDocument =
    /^<[?!A-Za-z]/.test(start) || /^(?:\[\s*)?\{/.test(start) || /^MSH[^\w\s]/.test(start.replace('\x0b', ''));
  return isDocument && value.length > shortestEncoded ? Buffer.from(value) : undefined;
}

/** Random bytes are no text: a control character or a broken letter soon stands among them. */
function isPlainText(content: Buffer): boolean {
  const decoded = decodeText(content);
  if (decoded === undefined || decoded.encoding === 'windows-1252') return false;
  // eslint-disable-next-line no-control-regex -- these are what a text has not
  return !/[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/.test(decoded.text.slice(0, 4096));
}
