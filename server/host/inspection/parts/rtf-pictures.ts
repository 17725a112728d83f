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
const otherKinds = new Set('emfblip wmetafile macpict pmmetafile dibitmap wbitmap'.split(' '));

/** The pictures that an RTF document carries, in its order, each byte looked at once. @param rtf its bytes as characters */
export function rtfPictures(rtf: string): RtfPicture[] {
  const pictures: RtfPicture[] = [];
  const starts = /(\\nonshppict[ \r\n]{0,4}\{[ \r\n]{0,4})?\\pict(?![a-z])/gi;
  let found = starts.exec(rtf);
  while (found) {
    const { kind, data, end } = readPicture(rtf, starts.lastIndex);
    // The same picture once more, as a drawing, for programs of before 1997.
    const isRepeated = found[1] !== undefined && pictures.at(-1)?.data !== undefined;
    const name = `image-${String(pictures.length + 1)}.${extensions.get(kind) ?? (kind || 'pict')}`;
    if (!isRepeated) pictures.push({ name, ...(extensions.has(kind) && data && { data }) });
    starts.lastIndex = end;
    found = starts.exec(rtf);
  }
  return pictures;
}

/** Objects of other programs that an RTF document carries: nothing here opens them. */
export function rtfObjects(rtf: string): string[] {
  return [...rtf.matchAll(/\\objdata(?![a-z])/gi)].map((_found, at) => `objet-${String(at + 1)}`);
}

/**
 * One picture up to the end of its group: what says its kind, and its bytes as digits or as they are behind `\binN`. Groups
 * inside of it (`\picprop`, `\blipuid`, which is made of digits too) are no part of its bytes.
 */
function readPicture(rtf: string, start: number): { kind: string; data: Buffer | undefined; end: number } {
  const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'|\\[^]|[{}]|[^\\{}]+/giy;
  token.lastIndex = start;
  let kind = '';
  let depth = 0;
  const digits: string[] = [];
  const bytes: Buffer[] = [];
  let found = token.exec(rtf);
  while (found) {
    const [all, command, number = ''] = found;
    const word = command?.toLowerCase();
    if (all === '{') depth++;
    else if (all === '}') depth--;
    else if (word === 'bin') {
      const from = token.lastIndex;
      token.lastIndex = Math.min(rtf.length, from + Math.max(0, Number(number)));
      if (depth === 0) bytes.push(Buffer.from(rtf.slice(from, token.lastIndex), 'latin1'));
    } else if (depth === 0 && word !== undefined) {
      if (extensions.has(word) || otherKinds.has(word)) kind = word;
    } else if (depth === 0 && !all.startsWith('\\')) digits.push(all);
    if (depth < 0) break;
    found = token.exec(rtf);
  }
  const end = found ? token.lastIndex : rtf.length;
  const written = digits.join('').replace(/\s+/g, '');
  if (bytes.length > 0) return { kind, data: Buffer.concat(bytes), end };
  return { kind, data: /^(?:[0-9a-f]{2})+$/i.test(written) ? Buffer.from(written, 'hex') : undefined, end };
}
