import { createHash, type Hash } from 'node:crypto';
import { LineEndDigests } from './line-end-digests';

/** What a decoded base64 content is. */
export interface DecodedContent {
  readonly sha256: string;
  /** Digests of the same text with other line ends, where they were asked for. */
  readonly alike: readonly string[];
  /** Bytes. */
  readonly size: number;
  /** The first bytes, enough to tell the kind of content. */
  readonly head: Uint8Array;
}

const headBytes = 4200;

/** Decodes base64 that comes in pieces, of any length, in little memory. */
export class Base64Digest {
  readonly #hash: Hash = createHash('sha256');
  readonly #lineEnds: LineEndDigests | undefined;
  #rest = '';
  #head = Buffer.alloc(0);
  #size = 0;
  #padded = false;
  #broken = false;

  /** @param lineEnds whether {@link DecodedContent.alike} is wanted */
  constructor({ lineEnds = false } = {}) {
    this.#lineEnds = lineEnds ? new LineEndDigests() : undefined;
  }

  push(piece: string): void {
    if (this.#broken) return;
    const text = this.#rest + piece.replace(/[ \t\r\n]+/g, '');
    const whole = text.length - (text.length % 4);
    this.#rest = text.slice(whole);
    this.#decode(text.slice(0, whole));
  }

  /** Undefined when the text was not base64, or nothing. */
  end(): DecodedContent | undefined {
    if (this.#rest.length === 1) this.#broken = true;
    // Some writers leave the final `=` out.
    this.#decode(this.#rest);
    if (this.#broken || this.#size === 0) return undefined;
    const sha256 = this.#hash.digest('hex');
    return { sha256, alike: this.#lineEnds?.otherThan(sha256) ?? [], size: this.#size, head: this.#head };
  }

  #decode(text: string): void {
    if (text === '' || this.#broken) return;
    if (this.#padded || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) {
      this.#broken = true;
      return;
    }
    this.#padded = text.endsWith('=');
    const bytes = Buffer.from(text, 'base64');
    this.#hash.update(bytes);
    this.#lineEnds?.push(bytes);
    this.#size += bytes.length;
    if (this.#head.length < headBytes)
      this.#head = Buffer.concat([this.#head, bytes.subarray(0, headBytes - this.#head.length)]);
  }
}
