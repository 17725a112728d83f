import { createHash } from 'node:crypto';

/**
 * Digests of a text with the other line ends: a checkout or a validator that rewrites them changes nothing of the document.
 * Content comes in pieces, in little memory.
 */
export class LineEndDigests {
  readonly #lf = createHash('sha256');
  readonly #crlf = createHash('sha256');
  #isText = true;

  push(bytes: Buffer): void {
    if (!this.#isText || bytes.includes(0)) {
      this.#isText = false;
      return;
    }
    const unix = bytes.toString('latin1').replaceAll('\r', '');
    this.#lf.update(unix, 'latin1');
    this.#crlf.update(unix.replaceAll('\n', '\r\n'), 'latin1');
  }

  /** Lower-case hexadecimal SHA-256 of the forms that are not the one of the given digest; none of what is no text. */
  otherThan(sha256: string): readonly string[] {
    if (!this.#isText) return [];
    return [...new Set([this.#lf.digest('hex'), this.#crlf.digest('hex')])].filter((one) => one !== sha256);
  }
}
