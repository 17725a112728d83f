import type { Inspection, VideoFacts } from '../../core/evidence/inspection';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { ByteReader } from './byte-reader';
import type { EvidenceSource } from './evidence-source';
import type { InspectionLimits } from './limits';
import { inspectMatroska } from './matroska-film';
import { topLevelBoxes } from './mp4-boxes';
import { readMovie } from './mp4-movie';

/** Duration, tracks and completeness of an MP4, QuickTime, WebM or Matroska film. Its pictures are never read. */
export async function inspectVideo(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
): Promise<Partial<Inspection>> {
  const head = new ByteReader(await source.read(0, 12));
  throwIfCancelled(cancellation);
  if (head.length === 0) return {};
  if (head.uint32(0) === 0x1a45dfa3) return inspectMatroska(source, limits, cancellation);
  return inspectMp4(source, limits, cancellation);
}

/** First boxes of the files that recorders write. `ftyp` came with MP4; older QuickTime files start with another. */
const firstBoxes = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot', 'styp', 'uuid']);

async function inspectMp4(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
): Promise<Partial<Inspection>> {
  const { boxes, cutAt, unreadableAt, partial } = await topLevelBoxes(
    source,
    limits.maxEntries,
    () => cancellation.isCancellationRequested,
  );
  const first = boxes[0];
  if (!first || !firstBoxes.has(first.type)) return { damage: { code: 'not-well-formed', offset: 0 } };
  const moov = boxes.find(({ type }) => type === 'moov');
  // The index comes last in most recordings: without it, no player shows a picture of what was recorded.
  if (!moov)
    return partial ? { partial } : { damage: { code: 'no-moov', offset: cutAt ?? unreadableAt ?? source.size } };
  const damage = cutAt === undefined ? undefined : { code: 'truncated', offset: cutAt };
  const read = await movie(source, moov, limits);
  // Pictures lie in mdat, or behind in fragments (moof) of a recording that was written as it went.
  const hasMedia = boxes.some(({ type, length }) => type === 'moof' || (type === 'mdat' && length > 0));
  const video = read && (hasMedia || partial || damage ? read : { ...read, frameless: true as const });
  return {
    ...(video && { video }),
    ...(damage && { damage }),
    ...((partial || !video) && { partial: true }),
  };
}

async function movie(
  source: EvidenceSource,
  moov: { readonly start: number; readonly length: number },
  limits: InspectionLimits,
): Promise<VideoFacts | undefined> {
  if (moov.length > limits.maxBytes) return undefined;
  return readMovie(new ByteReader(await source.read(moov.start, moov.length)), limits.maxFacts);
}
