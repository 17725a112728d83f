import type { Inspection, VideoFacts } from '../../core/evidence/inspection';
import type { Cancellation } from '../../core/ports/cancellation';
import type { ByteReader } from './byte-reader';
import { instantDate } from './calendar-date';
import type { EvidenceSource } from './evidence-source';
import type { InspectionLimits } from './limits';
import { closedParts, type PartOpener } from './parts/part';
import { printableRuns } from './printable-runs';
import { elementAt, elementsIn, matroskaIds as ids, unsignedOf } from './matroska-elements';

type Track = VideoFacts['tracks'][number];
type FilmInfo = Omit<VideoFacts, 'tracks' | 'frameless'>;

/** Elements of a cluster that are looked at for a first picture; its time and a few others stand before. */
const clusterHead = 16;

/** Seconds from the Unix epoch to that of Matroska dates, 2001-01-01. */
const epochSeconds = 978_307_200;

/** Facts of a WebM or Matroska film: its `Info` and `Tracks` elements, which stand before the pictures in recordings. */
export async function inspectMatroska(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const opening = await elementAt(source, 0);
  if (opening?.id !== ids.ebml || opening.length === undefined)
    return { damage: { code: 'not-well-formed', offset: 0 } };
  const segmentAt = opening.headBytes + opening.length;
  const segment = await elementAt(source, segmentAt);
  if (!segment) return { damage: { code: 'truncated', offset: Math.min(segmentAt, source.size) } };
  if (segment.id !== ids.segment) return { damage: { code: 'not-well-formed', offset: segmentAt } };

  const start = segmentAt + segment.headBytes;
  const end = segment.length === undefined ? source.size : start + segment.length;
  const isCut = end > source.size;
  const { info, tracks, partial, isRead, hasBlocks } = await readSegment(
    source,
    start,
    Math.min(end, source.size),
    limits,
    cancellation,
    opener,
  );
  const frameless = hasBlocks !== true && !isCut && partial !== true;
  return {
    ...((info || tracks) && { video: { ...info, tracks: tracks ?? [], ...(frameless && { frameless }) } }),
    // A recording that was read to its end and has no track shows nothing.
    ...((isCut || (isRead && !tracks)) && { damage: { code: 'truncated', offset: source.size } }),
    ...(partial && { partial }),
  };
}

/** Elements that hold titles, comments and names. */
const described: ReadonlySet<number> = new Set([ids.info, ids.tracks, ids.tags, ids.chapters, ids.attachments]);
/** Most bytes of one of them that are searched. */
const mostMetadata = 1024 * 1024;

interface SegmentFacts {
  info?: FilmInfo;
  tracks?: readonly Track[];
  partial?: boolean;
  hasBlocks?: boolean;
  /** Every element was seen. */
  isRead?: boolean;
}

async function readSegment(
  source: EvidenceSource,
  start: number,
  end: number,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener,
): Promise<SegmentFacts> {
  const facts: SegmentFacts = {};
  let at = start;
  for (let seen = 0; at < end; seen++) {
    if (seen >= limits.maxEntries || cancellation.isCancellationRequested)
      return facts.info && facts.tracks && facts.hasBlocks ? facts : { ...facts, partial: true };
    const head = await elementAt(source, at);
    if (head?.id === ids.cluster && facts.hasBlocks !== true) {
      const from = at + head.headBytes;
      facts.hasBlocks = await holdsBlock(source, from, Math.min(end, from + (head.length ?? end - from)));
    }
    if (head && head.length === undefined && head.id !== ids.cluster) return { ...facts, partial: true };
    // A cluster of unknown length: the recording's own elements stand before it.
    if (head?.length === undefined) break;
    const from = at + head.headBytes;
    at = from + head.length;
    if (described.has(head.id))
      opener.search('metadata', printableRuns(await source.read(from, Math.min(head.length, mostMetadata))));
    // Tags may stand behind the pictures, over which one goes in few steps when their clusters say how long they are.
    if (head.id !== ids.info && head.id !== ids.tracks) continue;
    if (head.length > limits.maxBytes) return { ...facts, partial: true };
    const content = await source.read(from, head.length);
    if (head.id === ids.info) facts.info = readInfo(content);
    else facts.tracks = readTracks(content, limits.maxFacts);
  }
  return { ...facts, isRead: at >= end };
}

/** Whether a cluster has pictures or sound, and not only its time. */
async function holdsBlock(source: EvidenceSource, start: number, end: number): Promise<boolean> {
  let at = start;
  for (let seen = 0; seen < clusterHead && at < end; seen++) {
    const head = await elementAt(source, at);
    if (head?.id === ids.simpleBlock || head?.id === ids.blockGroup) return true;
    if (head?.length === undefined) return false;
    at += head.headBytes + head.length;
  }
  // What stands further on was not looked at.
  return at < end;
}

function readInfo(content: Uint8Array): FilmInfo {
  // Nanoseconds a unit (RFC 9559, section 5.1.2.9).
  let scale = 1_000_000;
  let units: number | undefined;
  let created: string | undefined;
  for (const { id, content: value } of elementsIn(content)) {
    if (id === ids.timestampScale) scale = unsignedOf(value);
    if (id === ids.duration) units = value.length === 4 ? value.float32(0) : value.float64(0);
    if (id === ids.dateUtc) created = dateOf(value);
  }
  const duration = units === undefined ? undefined : (units * scale) / 1e9;
  return {
    ...(duration !== undefined && Number.isFinite(duration) && duration > 0 && { duration }),
    ...(created !== undefined && { created }),
  };
}

/** Nanoseconds since the epoch; zero when the recorder did not say. */
function dateOf(value: ByteReader): string | undefined {
  const nanoseconds = value.int64(0);
  return nanoseconds === undefined || nanoseconds === 0
    ? undefined
    : instantDate(epochSeconds * 1000 + Math.floor(nanoseconds / 1e6));
}

function readTracks(content: Uint8Array, maxTracks: number): Track[] {
  const tracks: Track[] = [];
  for (const { id, content: entry } of elementsIn(content)) {
    if (id === ids.trackEntry && tracks.length < maxTracks) tracks.push(readTrack(entry));
  }
  return tracks;
}

function readTrack(entry: ByteReader): Track {
  let type: number | undefined;
  let codec: string | undefined;
  let [width, height] = [0, 0];
  for (const { id, content } of elementsIn(entry.bytes)) {
    if (id === ids.trackType) type = unsignedOf(content);
    if (id === ids.codecId) codec = content.latin1(0, Math.min(content.length, 64)).split('\0', 1)[0];
    if (id !== ids.video) continue;
    for (const { id: field, content: value } of elementsIn(content.bytes)) {
      if (field === ids.pixelWidth) width = unsignedOf(value);
      if (field === ids.pixelHeight) height = unsignedOf(value);
    }
  }
  return {
    kind: type === 1 ? 'video' : type === 2 ? 'audio' : 'other',
    ...(codec && { codec }),
    ...(width > 0 && { width }),
    ...(height > 0 && { height }),
  };
}
