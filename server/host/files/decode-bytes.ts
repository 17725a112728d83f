import { decodeText, type DecodedText } from '../../core/text/encoding';

/** Reads the bytes of one of our files; see {@link decodeText}. */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  return decodeText(bytes, (part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('utf8'));
}
