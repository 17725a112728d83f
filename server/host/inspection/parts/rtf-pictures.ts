/** A picture of an RTF document; without data where nothing here reads its kind, or its digits are cut. */
export interface RtfPicture {
  readonly name: string;
  readonly data?: Buffer;
}

/** Kinds of pictures whose bytes are those of a file of that kind (RTF 1.9.1, « Pictures »); others are drawings. */
const extensions: ReadonlyMap<string, string> = new Map([
  ['pngblip', 'png'],
  ['jpegblip', 'jpg'],
]);
/** What says how a picture is shown stands before its digits, within some hundred characters. */
const headCharacters = 4096;

/** The pictures that an RTF document carries, in its order. @param rtf its bytes as characters */
export function rtfPictures(rtf: string): RtfPicture[] {
  return [...rtf.matchAll(/\\pict(?![a-z])/gi)].map(({ index }, at) => {
    const start = index + '\\pict'.length;
    const head = rtf.slice(start, start + headCharacters);
    const kind = /\\([a-z]+blip|wmetafile|macpict|pmmetafile|dibitmap|wbitmap)/i.exec(head)?.[1]?.toLowerCase() ?? '';
    const name = `image-${String(at + 1)}.${extensions.get(kind) ?? (kind || 'pict')}`;
    const data = extensions.has(kind) ? bytesOf(rtf, start, head) : undefined;
    return { name, ...(data && { data }) };
  });
}

/** Objects of other programs that an RTF document carries: nothing here opens them. */
export function rtfObjects(rtf: string): string[] {
  return [...rtf.matchAll(/\\objdata(?![a-z])/gi)].map((_found, at) => `objet-${String(at + 1)}`);
}

/** Bytes written as they are behind `\binN`, or as digits up to the end of their group. */
function bytesOf(rtf: string, start: number, head: string): Buffer | undefined {
  const binary = /\\bin(\d{1,9}) ?/i.exec(head);
  const digits = /(?<![a-z0-9\\-])[0-9a-f][0-9a-f\s]{15,}/i.exec(head);
  if (binary && (!digits || binary.index < digits.index)) {
    const from = start + binary.index + binary[0].length;
    return Buffer.from(rtf.slice(from, from + Number(binary[1])), 'latin1');
  }
  if (!digits) return undefined;
  const from = start + digits.index;
  const end = rtf.indexOf('}', from);
  const written = rtf.slice(from, end < 0 ? rtf.length : end).replace(/\s+/g, '');
  return /^(?:[0-9a-f]{2})+$/i.test(written) ? Buffer.from(written, 'hex') : undefined;
}
