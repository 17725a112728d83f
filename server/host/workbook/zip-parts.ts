import { crc32, inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { WorkbookError } from './workbook-error';

/** Bounds on what a workbook may unpack to: a few kilobytes must not become gigabytes in memory. */
export interface ZipLimits {
  /** Uncompressed bytes of all the parts read together. */
  readonly totalBytes: number;
  /** Uncompressed / compressed bytes of one part, looked at above one mebibyte. XML of real workbooks stays under 50. */
  readonly ratio: number;
  readonly entries: number;
}

export const defaultZipLimits: ZipLimits = { totalBytes: 256 * 2 ** 20, ratio: 200, entries: 10_000 };

interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly headerOffset: number;
}

const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw);

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const deflated = 8;
const stored = 0;

/**
 * The parts of a zip package, inflated on demand. Sizes are checked before inflating and enforced while inflating, and
 * every part is checked against its CRC, so a damaged workbook is never read as if it were sound.
 * (Format: PKWARE APPNOTE 6.3.10. Workbooks over 4 GiB, which need zip64, are over our limit anyway.)
 */
export class ZipParts {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limits: ZipLimits;
  #unpackedTotal = 0;

  /** @throws WorkbookError when the bytes are no readable zip archive */
  constructor(bytes: Uint8Array, limits: ZipLimits = defaultZipLimits) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#limits = limits;
    this.#entries = this.#readDirectory();
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(partKey(name));
  }

  /**
   * @returns the bytes of a part, or undefined when the package has no such part
   * @throws WorkbookError when the part is damaged or over the limits
   */
  async read(name: string, cancellation: Cancellation): Promise<Uint8Array | undefined> {
    throwIfCancelled(cancellation);
    const entry = this.#entries.get(partKey(name));
    if (entry === undefined) return undefined;
    if ((entry.flags & 1) !== 0) throw new WorkbookError('classeur-chiffre');
    this.#checkSize(name, entry);
    const packed = this.#packedBytes(name, entry);
    const bytes = entry.method === stored ? packed : await this.#inflate(name, entry, packed);
    throwIfCancelled(cancellation);
    if (bytes.length !== entry.unpacked || crc32(bytes) !== entry.crc) throw damaged(`CRC, ${name}`);
    this.#unpackedTotal += bytes.length;
    return bytes;
  }

  #checkSize(name: string, entry: Entry): void {
    if (this.#unpackedTotal + entry.unpacked > this.#limits.totalBytes) {
      throw new WorkbookError('trop-volumineux', { detail: `> ${Math.floor(this.#limits.totalBytes / 2 ** 20)} Mio` });
    }
    if (entry.unpacked > 2 ** 20 && entry.unpacked / Math.max(1, entry.packed) > this.#limits.ratio) {
      throw new WorkbookError('trop-volumineux', { detail: `${name}, × ${Math.round(entry.unpacked / entry.packed)}` });
    }
  }

  async #inflate(name: string, entry: Entry, packed: Uint8Array): Promise<Uint8Array> {
    if (entry.method !== deflated) throw damaged(`compression ${entry.method}, ${name}`);
    try {
      // One byte more than declared, so that a part that lies about its size is told from a sound one.
      return await inflate(packed, { maxOutputLength: entry.unpacked + 1 });
    } catch (error) {
      throw damaged(`${name}, ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #packedBytes(name: string, entry: Entry): Uint8Array {
    const at = entry.headerOffset;
    const start = at + 30 + this.#view.getUint16(at + 26, true) + this.#view.getUint16(at + 28, true);
    if (start + entry.packed > this.#bytes.length) throw damaged(name);
    return this.#bytes.subarray(start, start + entry.packed);
  }

  #readDirectory(): ReadonlyMap<string, Entry> {
    const end = this.#findEnd();
    const count = this.#view.getUint16(end + 10, true);
    const start = this.#view.getUint32(end + 16, true);
    if (count !== this.#view.getUint16(end + 8, true)) throw damaged('directory');
    if (count > this.#limits.entries) throw new WorkbookError('trop-volumineux', { detail: `${count} parts` });
    const entries = new Map<string, Entry>();
    let at = start;
    for (let i = 0; i < count; i++) {
      if (at + 46 > end || this.#view.getUint32(at, true) !== centralSignature) throw damaged('directory');
      const nameLength = this.#view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + nameLength));
      const headerOffset = this.#view.getUint32(at + 42, true);
      // A damaged name would make a part look missing, and some parts may be.
      if (this.#localName(headerOffset) !== name) throw damaged(name);
      entries.set(partKey(name), {
        flags: this.#view.getUint16(at + 8, true),
        method: this.#view.getUint16(at + 10, true),
        crc: this.#view.getUint32(at + 16, true),
        packed: this.#view.getUint32(at + 20, true),
        unpacked: this.#view.getUint32(at + 24, true),
        headerOffset,
      });
      at += 46 + nameLength + this.#view.getUint16(at + 30, true) + this.#view.getUint16(at + 32, true);
    }
    if (at !== start + this.#view.getUint32(end + 12, true)) throw damaged('directory');
    return entries;
  }

  #localName(at: number): string {
    if (at + 30 > this.#bytes.length || this.#view.getUint32(at, true) !== localSignature) throw damaged('directory');
    return new TextDecoder().decode(this.#bytes.subarray(at + 30, at + 30 + this.#view.getUint16(at + 26, true)));
  }

  /** Offset of the end-of-directory record, which a comment of up to 65,535 bytes may follow. */
  #findEnd(): number {
    const first = Math.max(0, this.#bytes.length - 22 - 0xffff);
    for (let at = this.#bytes.length - 22; at >= first; at--) {
      if (this.#view.getUint32(at, true) === endSignature) return at;
    }
    throw damaged('directory');
  }
}

/** Part names are compared without case (ECMA-376 part 2, 6.2.2.3), and some producers write `\` or a leading `/`. */
function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function damaged(detail: string): WorkbookError {
  return new WorkbookError('archive-corrompue', { detail });
}
