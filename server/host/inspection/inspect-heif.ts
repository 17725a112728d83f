import type { ImageFacts, Inspection } from '../../core/evidence/inspection';
import type { Cancellation } from '../../core/ports/cancellation';
import { ByteReader } from './byte-reader';
import type { EvidenceSource } from './evidence-source';
import { exifDate } from './exif-date';
import { exifTexts } from './exif-texts';
import type { InspectionLimits } from './limits';
import { boxAt, boxesIn, topLevelBoxes } from './mp4-boxes';
import { closedParts, type PartOpener } from './parts/part';
import type { PictureText } from './picture-texts';
import { xmpDate } from './written-date';

/** Dimensions and completeness of a HEIC or AVIF picture (ISO/IEC 23008-12): boxes, of which `meta` says where pictures are. */
export async function inspectHeif(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const isStopped = () => cancellation.isCancellationRequested;
  const { boxes, cutAt, partial } = await topLevelBoxes(source, limits.maxEntries, isStopped);
  // A sequence of pictures has the index of a film.
  if (boxes.some(({ type }) => type === 'moov'))
    return cutAt === undefined ? {} : { damage: { code: 'truncated', offset: cutAt } };
  const meta = boxes.find(({ type }) => type === 'meta');
  if (!meta) return partial ? { partial } : { damage: { code: 'truncated', offset: cutAt ?? source.size } };
  if (meta.length > limits.maxBytes) return { partial: true };
  const content = new ByteReader(await source.read(meta.start, meta.length));
  const { texts, date } = await metadataOf(source);
  for (const { where, text } of texts) opener.search(where, text);
  const largest = largestOf(content);
  const image = largest && { ...largest, ...(date !== undefined && { date }) };
  // Version and flags stand before the boxes of `meta`.
  const hasPictures = [...boxesIn(content, 4)].some(({ type }) => type === 'iloc');
  const end = cutAt ?? (hasPictures ? undefined : source.size);
  return { ...(image && { image }), ...(end !== undefined && { damage: { code: 'truncated', offset: end } }) };
}

/** Bytes at the beginning in which programs put what describes a picture. */
const headBytes = 512 * 1024;

/** Exif and XMP, which stand among the pictures' data (ISO/IEC 23008-12, annex A) and are known by how they begin. */
async function metadataOf(
  source: EvidenceSource,
): Promise<{ readonly texts: readonly PictureText[]; readonly date?: string }> {
  const head = Buffer.from(await source.read(0, headBytes));
  const exifAt = head.indexOf('Exif\0\0', 0, 'latin1');
  const exif = exifAt < 0 ? new Uint8Array() : head.subarray(exifAt + 6);
  const texts = Array.from(exifTexts(exif), (text) => ({ where: 'EXIF', text }));
  const xmpAt = head.indexOf('<x:xmpmeta');
  const end = xmpAt < 0 ? -1 : head.indexOf('</x:xmpmeta>', xmpAt);
  if (end >= 0) texts.push({ where: 'XMP', text: head.toString('utf8', xmpAt, end) });
  const date = exifDate(exif) ?? xmpDate(texts.map(({ text }) => text));
  return { texts, ...(date !== undefined && { date }) };
}

/** Of the picture, its tiles and its thumbnail, which have dimensions of their own. */
function largestOf(meta: ByteReader): ImageFacts | undefined {
  const properties = boxAt(new ByteReader(meta.bytes.subarray(4)), 'iprp/ipco');
  let largest: ImageFacts | undefined;
  for (const { type, content } of properties ? boxesIn(properties) : []) {
    const [width = 0, height = 0] = type === 'ispe' ? [content.uint32(4), content.uint32(8)] : [];
    if (width * height > (largest ? largest.width * largest.height : 0)) largest = { width, height };
  }
  return largest;
}
