import type { EvidenceSource } from './evidence-source';

/** The same content, of which one whole reading is kept: several inspectors look at one file. */
export function cachedSource(source: EvidenceSource): EvidenceSource {
  let whole: Uint8Array | undefined;
  return {
    ...source,
    read: (offset, length) =>
      whole === undefined || offset < 0 || length < 0
        ? source.read(offset, length)
        : Promise.resolve(whole.subarray(offset, offset + length)),
    readAll: async (maxBytes) => {
      if (source.size > maxBytes) return undefined;
      whole ??= await source.readAll(maxBytes);
      return whole;
    },
  };
}
