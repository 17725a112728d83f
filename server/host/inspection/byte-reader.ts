/** Numbers in a piece of a binary file. Beyond its end every number is undefined, so that a cut file never throws. */
export class ByteReader {
  readonly #view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    readonly littleEndian = false,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  uint8(offset: number): number | undefined {
    return this.bytes[offset];
  }

  uint16(offset: number): number | undefined {
    return this.#has(offset, 2) ? this.#view.getUint16(offset, this.littleEndian) : undefined;
  }

  uint32(offset: number): number | undefined {
    return this.#has(offset, 4) ? this.#view.getUint32(offset, this.littleEndian) : undefined;
  }

  int32(offset: number): number | undefined {
    return this.#has(offset, 4) ? this.#view.getInt32(offset, this.littleEndian) : undefined;
  }

  /** Exact up to 2^53, which no file reaches. */
  uint64(offset: number): number | undefined {
    return this.#has(offset, 8) ? Number(this.#view.getBigUint64(offset, this.littleEndian)) : undefined;
  }

  int64(offset: number): number | undefined {
    return this.#has(offset, 8) ? Number(this.#view.getBigInt64(offset, this.littleEndian)) : undefined;
  }

  float32(offset: number): number | undefined {
    return this.#has(offset, 4) ? this.#view.getFloat32(offset, this.littleEndian) : undefined;
  }

  float64(offset: number): number | undefined {
    return this.#has(offset, 8) ? this.#view.getFloat64(offset, this.littleEndian) : undefined;
  }

  /** Bytes as characters 0 to 255, fewer at the end. */
  latin1(offset: number, length: number): string {
    return Buffer.from(this.bytes.subarray(offset, offset + length)).toString('latin1');
  }

  #has(offset: number, length: number): boolean {
    return offset >= 0 && offset + length <= this.bytes.length;
  }
}
