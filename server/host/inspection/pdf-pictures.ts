import { ImageKind, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfPicture, PdfRequest } from './pdf-messages';
import { leastHeight, leastWidth } from './pdf-picture-streams';
import { greyOf } from './pictures/grey-picture';

/** Of one page: a scan is one picture, or a few strips. */
const mostPictures = 20;
/** What draws a picture that the page names. */
const painters: ReadonlySet<number> = new Set([OPS.paintImageXObject, OPS.paintImageXObjectRepeat]);

/** A picture as pdf.js decodes it: bits, or bytes of red, green and blue, with or without transparency. */
interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

const nothing = new Uint8Array();

/**
 * The pictures that a page shows, in its order. One of too many pixels comes without them, one that cannot be decoded without
 * a size, too.
 */
export async function pagePictures(
  document: PDFDocumentProxy,
  { page: number, maxPixels }: NonNullable<PdfRequest['picturesOf']>,
): Promise<PdfPicture[]> {
  const page = await document.getPage(number);
  try {
    const { fnArray, argsArray } = await page.getOperatorList();
    const pictures: PdfPicture[] = [];
    const names = new Set<string>();
    for (const [at, fn] of fnArray.entries()) {
      const args: unknown = argsArray[at];
      const picture = await pictureOf(fn, args, names, page);
      if (!picture) continue;
      const { width, height } = picture;
      if (width > 0 && (width < leastWidth || height < leastHeight)) continue;
      const isReadable = width > 0 && width * height <= maxPixels;
      pictures.push(
        isReadable ? upright(greyPicture(picture), page.rotate) : { kind: 'picture', width, height, data: nothing },
      );
      if (pictures.length === mostPictures) break;
    }
    return pictures;
  } finally {
    page.cleanup();
  }
}

async function pictureOf(
  fn: number,
  args: unknown,
  names: Set<string>,
  page: PDFPageProxy,
): Promise<DecodedPicture | undefined> {
  const first: unknown = Array.isArray(args) ? args[0] : undefined;
  if (fn === OPS.paintInlineImageXObject) return isDecoded(first) ? first : undefined;
  if (!painters.has(fn) || typeof first !== 'string' || names.has(first)) return undefined;
  names.add(first);
  // Pictures that several pages show are kept with the document.
  const store = first.startsWith('g_') ? page.commonObjs : page.objs;
  const decoded = await new Promise<unknown>((resolve) => {
    store.get(first, resolve);
  });
  return isDecoded(decoded) ? decoded : { width: 0, height: 0, kind: ImageKind.RGB_24BPP, data: nothing };
}

function isDecoded(value: unknown): value is DecodedPicture {
  if (typeof value !== 'object' || value === null) return false;
  const { width, height, kind, data } = value as Partial<DecodedPicture>;
  const isBytes = data instanceof Uint8Array || data instanceof Uint8ClampedArray;
  return typeof width === 'number' && typeof height === 'number' && typeof kind === 'number' && isBytes;
}

function greyPicture({ width, height, kind, data }: DecodedPicture): Omit<PdfPicture, 'kind'> {
  const grey = new Uint8Array(width * height);
  if (kind === ImageKind.GRAYSCALE_1BPP) {
    const rowBytes = (width + 7) >> 3;
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const bit = ((data[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
        grey[y * width + x] = bit * 255;
      }
  } else {
    const step = kind === ImageKind.RGBA_32BPP ? 4 : 3;
    for (let at = 0, from = 0; at < grey.length; at++, from += step)
      grey[at] = greyOf(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0);
  }
  return { width, height, data: grey };
}

/** As the page is shown, which may be turned. @param degrees clockwise, a multiple of 90 */
function upright({ width, height, data }: Omit<PdfPicture, 'kind'>, degrees: number): PdfPicture {
  const turns = (((degrees / 90) % 4) + 4) % 4;
  if (turns === 0) return { kind: 'picture', width, height, data };
  const [wide, high] = turns === 2 ? [width, height] : [height, width];
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      const [fromX, fromY] =
        turns === 1 ? [y, height - 1 - x] : turns === 2 ? [width - 1 - x, height - 1 - y] : [width - 1 - y, x];
      turned[y * wide + x] = data[fromY * width + fromX] ?? 0;
    }
  return { kind: 'picture', width: wide, height: high, data: turned };
}
