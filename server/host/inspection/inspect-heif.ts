import type { ImageFacts, Inspection } from '../../core/evidence/inspection';
import type { Cancellation } from '../../core/ports/cancellation';
import { ByteReader } from './byte-reader';
import type { EvidenceSource } from './evidence-source';
import type { InspectionLimits } from './limits';
import { boxAt, boxesIn, topLevelBoxes } from './mp4-boxes';

/** Dimensions and completeness of a HEIC or AVIF picture (ISO/IEC 23008-12): boxes, of which `meta` says where pictures are. */
export async function inspectHeif(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
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
  const image = largestOf(content);
  // Version and flags stand before the boxes of `meta`.
  const hasPictures = [...boxesIn(content, 4)].some(({ type }) => type === 'iloc');
  const end = cutAt ?? (hasPictures ? undefined : source.size);
  return { ...(image && { image }), ...(end !== undefined && { damage: { code: 'truncated', offset: end } }) };
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
