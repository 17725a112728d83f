import { decodedContent } from './carried-content';

/** A document found in a text, and where. */
export interface EncodedRun {
  readonly name: string;
  readonly content: Uint8Array;
  /** Index of the text. */
  readonly at: number;
}

/** A token of three parts (RFC 7519), of which the second is the payload, in JSON. */
const token = /(?<![\w-])eyJ[\w-]{8,}\.([\w-]{8,})\.[\w-]*/g;
/** Lines of the same run are long; the last may be short. */
const run =
  /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{20,}(?:\r?\n[A-Za-z0-9+/_-]{20,}){0,1000000}(?:\r?\n[A-Za-z0-9+/_-]{1,76}(?==|\s))?={0,2}/g;

/** The documents that a text carries: base64, data URIs, payloads of tokens. */
export function* encodedRuns(text: string): Generator<EncodedRun> {
  for (const match of text.matchAll(token)) {
    const content = decodedContent(match[1] ?? '');
    if (content !== undefined) yield { name: 'JWT.json', content, at: match.index };
  }
  for (const match of text.matchAll(run)) {
    // A word, a path or a number is no base64 of a text.
    const content = decodedContent(match[0]) ?? decodedContent(match[0].split(/\r?\n/, 1)[0] ?? '');
    if (content !== undefined) yield { name: 'base64', content, at: match.index };
  }
}
