import { setImmediate } from 'node:timers/promises';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { decodeText, type DecodedText } from './decode-text';
import type { EvidenceSource } from './evidence-source';

/** Bytes of one piece: what is held of a text of any length. */
const pieceBytes = 4 * 1024 * 1024;
/** What is read again when no line end is near the cut: longer than an identifier with what qualifies it. */
const overlapBytes = 2048;
/** How far back from the cut a line end is looked for. */
const lineBytes = 256 * 1024;

/** A piece of a text, in order. */
export interface TextPiece extends DecodedText {
  /** Line ends before it. */
  readonly linesBefore: number;
  /** Characters at its end that the next piece begins with. */
  readonly repeated: boolean;
}

/**
 * A text from its beginning to its end, in pieces of bounded size, cut after line ends where there are any.
 * Nothing is given when the content is no text.
 */
export async function* textPieces(source: EvidenceSource, cancellation: Cancellation): AsyncGenerator<TextPiece> {
  if (source.size === 0) yield { text: '', encoding: 'ascii', bom: false, linesBefore: 0, repeated: false };
  let linesBefore = 0;
  let wide: DecodedText['encoding'] | undefined;
  let before: DecodedText['encoding'] | undefined;
  for (let at = 0; at < source.size;) {
    throwIfCancelled(cancellation);
    const bytes = await source.read(at, pieceBytes);
    if (bytes.length === 0) return;
    const last = at + bytes.length >= source.size;
    const length = last ? bytes.length : cutOf(bytes, wide);
    const piece = bytes.subarray(0, length);
    // Once it was a text it stays one: a cut may fall in a letter.
    const decoded: DecodedText | undefined =
      wide === undefined ? (decodeText(piece) ?? (before && decodedAs(piece, before))) : decodedAs(piece, wide);
    if (decoded === undefined) return;
    before = decoded.encoding;
    if (at === 0 && decoded.encoding.startsWith('utf-16')) wide = decoded.encoding;
    const repeated = !last && bytes[length - 1] !== 10 && !(wide !== undefined && endsWide(bytes, length));
    yield { ...decoded, linesBefore, repeated };
    const consumed = repeated ? length - overlapBytes : length;
    linesBefore += lineEnds(repeated ? decodedAs(bytes.subarray(0, consumed), decoded.encoding).text : decoded.text);
    at += consumed;
    if (!last) await setImmediate();
  }
}

/** After the last line end, if there is one near the end; a pair of bytes of UTF-16 is never parted. */
function cutOf(bytes: Uint8Array, wide: DecodedText['encoding'] | undefined): number {
  const isWide = wide !== undefined || bytes[0] === 0xff || bytes[0] === 0xfe || bytes[1] === 0;
  const from = Math.max(0, bytes.length - lineBytes);
  if (isWide) {
    let end = bytes.length & ~1;
    while (end > from && !endsWide(bytes, end)) end -= 2;
    return end > from ? end : bytes.length & ~1;
  }
  const end = bytes.lastIndexOf(10);
  return end >= from ? end + 1 : bytes.length;
}

/** Whether a line end in UTF-16, of either side, ends at an even place. */
function endsWide(bytes: Uint8Array, end: number): boolean {
  const [first, second] = [bytes[end - 2], bytes[end - 1]];
  return (first === 10 && second === 0) || (first === 0 && second === 10);
}

function decodedAs(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText {
  return {
    text: new TextDecoder(encoding === 'ascii' ? 'utf-8' : encoding, { ignoreBOM: true }).decode(bytes),
    encoding,
    bom: false,
  };
}

/** LF, CR LF and CR each count for one. */
export function lineEnds(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) count++;
  }
  return count;
}
