import { decodeText, type DecodedText } from '../core/text/encoding';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads the bytes of one of our files; see {@link decodeText}. */
export function decodeWebText(bytes: Uint8Array): DecodedText {
  return decodeText(bytes, (part) => utf8.decode(part));
}
