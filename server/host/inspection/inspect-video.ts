import type { Inspection, VideoFacts } from '../../core/evidence/inspection';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { ByteReader } from './byte-reader';
import type { EvidenceSource } from './evidence-source';
import { headedFilm, inspectFilmBeginning } from './film-beginning';
import { inspectAvi } from './inspect-avi';
import type { InspectionLimits } from './limits';
import { inspectMatroska } from './matroska-film';
import { boxAt, boxesIn, topLevelBoxes, type TopLevelBox } from './mp4-boxes';
import { readMovie } from './mp4-movie';
import { closedParts, type PartOpener } from './parts/part';
import { printableRuns } from './printable-runs';

/**
 * Duration, tracks and completeness of an MP4, QuickTime, WebM, Matroska or AVI film; of others, whether anything follows
 * their header. Pictures are never read.
 */
export async function inspectVideo(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const head = new ByteReader(await source.read(0, 12));
  throwIfCancelled(cancellation);
  if (head.length === 0) return {};
  if (head.uint32(0) === 0x1a45dfa3) return inspectMatroska(source, limits, cancellation, opener);
  if (/^RIFF[^]{4}AVI /.test(head.latin1(0, 12))) return inspectAvi(source, limits, cancellation, opener);
  const headed = headedFilm(head);
  if (!headed) return inspectMp4(source, limits, cancellation, opener);
  // Titles and comments of ASF and Ogg stand in their headers.
  opener.search('metadata', printableRuns(await source.read(0, headedBytes)));
  return inspectFilmBeginning(source, headed);
}

/** Bytes of the header of a film that are searched for its title and comments. */
const headedBytes = 64 * 1024;

/** First boxes of the files that recorders write. `ftyp` came with MP4; older QuickTime files start with another. */
const firstBoxes = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot', 'styp', 'uuid']);

async function inspectMp4(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener,
): Promise<Partial<Inspection>> {
  const { boxes, cutAt, unreadableAt, partial } = await topLevelBoxes(
    source,
    limits.maxEntries,
    () => cancellation.isCancellationRequested,
  );
  const first = boxes[0];
  if (!first || !firstBoxes.has(first.type)) return { damage: { code: 'not-well-formed', offset: 0 } };
  // XMP and the like, beside the film.
  for (const { type, start, length } of boxes) {
    if (type === 'uuid' || type === 'meta' || type === 'udta')
      opener.search(type, printableRuns(await source.read(start, Math.min(length, mostMetadata))));
  }
  const moov = boxes.find(({ type }) => type === 'moov');
  // The index comes last in most recordings: without it, no player shows a picture of what was recorded.
  if (!moov)
    return partial ? { partial } : { damage: { code: 'no-moov', offset: cutAt ?? unreadableAt ?? source.size } };
  const read = await movie(source, moov, limits, opener);
  // An index of nothing shows nothing.
  if (read?.tracks.length === 0 && !partial) return { damage: { code: 'no-moov', offset: moov.start } };
  // Pictures lie in mdat, or behind in fragments (moof) of a recording that was written as it went.
  const media = boxes.filter(({ type }) => type === 'mdat' || type === 'moof');
  const cut = cutAt ?? (partial || media.length > 0 ? undefined : source.size);
  const damage = cut === undefined ? undefined : { code: 'truncated', offset: cut };
  const hasMedia = await holdsData(source, media);
  const video = read && (hasMedia || partial || damage ? read : { ...read, frameless: true as const });
  return {
    ...(video && { video }),
    ...(damage && { damage }),
    ...((partial || !video) && { partial: true }),
  };
}

/** Most bytes of one box of metadata that are searched; a picture of a cover may stand in it. */
const mostMetadata = 4 * 1024 * 1024;

/** Titles, comments and names of tracks (`udta`, `meta`, `hdlr`), of the film and of each track. */
function* metadataIn(content: ByteReader): Generator<Uint8Array> {
  for (const box of boxesIn(content)) {
    if (box.type === 'udta' || box.type === 'meta' || box.type === 'hdlr') yield box.content.bytes;
    if (box.type === 'trak' || box.type === 'mdia') yield* metadataIn(box.content);
  }
}

/** Whether anything was written as pictures or sound; a place that a recorder only reserved is all zeros. */
async function holdsData(source: EvidenceSource, media: readonly TopLevelBox[]): Promise<boolean> {
  for (const { type, start, length } of media) {
    if (type === 'moof') return true;
    for (const at of [0, Math.floor(length / 2), length - zerosLooked]) {
      const bytes = await source.read(start + Math.max(0, at), Math.min(zerosLooked, length));
      if (bytes.some((byte) => byte !== 0)) return true;
    }
  }
  return false;
}

/** Bytes that are looked at, at three places. */
const zerosLooked = 64 * 1024;

async function movie(
  source: EvidenceSource,
  moov: { readonly start: number; readonly length: number },
  limits: InspectionLimits,
  opener: PartOpener,
): Promise<VideoFacts | undefined> {
  if (moov.length > limits.maxBytes) return undefined;
  const index = new ByteReader(await source.read(moov.start, moov.length));
  // QuickTime may compress its index, which is then not read.
  for (const bytes of metadataIn(index)) opener.search('moov', printableRuns(bytes.subarray(0, mostMetadata)));
  return boxAt(index, 'cmov') ? undefined : readMovie(index, limits.maxFacts);
}
