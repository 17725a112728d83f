/** Smaller ones show no text: marks, logos, lines. Pixels. */
export const [leastWidth, leastHeight] = [100, 30];
/** A dictionary of a picture stands within some hundred bytes. */
const dictionaryBytes = 2048;

/**
 * Whether a PDF holds a picture in which text may stand. Pictures are streams, whose dictionaries are never compressed nor
 * encrypted (ISO 32000-1, 7.5.7 and 7.6.1), so that none needs to be decoded. Pictures written into the content of a page
 * itself are small (8.9.7) and not looked for.
 */
export function holdsPictures(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('/Image'); at >= 0; at = bytes.indexOf('/Image', at + 1)) {
    const before = bytes.toString('latin1', Math.max(0, at - 32), at);
    if (!/\/Subtype[\s\0]*$/.test(before) || isRegular(bytes[at + '/Image'.length])) continue;
    const start = Math.max(bytes.lastIndexOf('obj', at), at - dictionaryBytes);
    const end = bytes.indexOf('stream', at);
    const dictionary = bytes.toString(
      'latin1',
      start,
      end < 0 ? at + dictionaryBytes : Math.min(end, at + dictionaryBytes),
    );
    const [width, height] = [sideOf(dictionary, 'Width'), sideOf(dictionary, 'Height')];
    // A side may stand in another object.
    if ((width ?? leastWidth) >= leastWidth && (height ?? leastHeight) >= leastHeight) return true;
  }
  return false;
}

/** Undefined where it is not written here as a number. */
function sideOf(dictionary: string, name: 'Width' | 'Height'): number | undefined {
  const written = new RegExp(`/${name}[\\s\\0]+(\\d{1,9})(?![\\s\\0]+\\d+[\\s\\0]+R)`).exec(dictionary)?.[1];
  return written === undefined ? undefined : Number(written);
}

/** Whether a name goes on: `/ImageMask` is another one. */
function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && !/[\s\0()<>[\]{}/%]/.test(String.fromCharCode(byte));
}
