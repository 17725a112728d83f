import type { Inspection, VideoFacts } from '../../core/evidence/inspection';
import type { Cancellation } from '../../core/ports/cancellation';
import { ByteReader } from './byte-reader';
import type { EvidenceSource } from './evidence-source';
import type { InspectionLimits } from './limits';
import { closedParts, type PartOpener } from './parts/part';
import { printableRuns } from './printable-runs';
import { riffChunks } from './riff-chunks';

type Track = VideoFacts['tracks'][number];

/** Sizes that a recorder writes before it knows the right one. */
const unknownSizes = new Set([0, 0xffffffff]);

/** Most bytes of titles and comments that are searched. */
const mostInfo = 64 * 1024;

/** Duration, tracks and completeness of an AVI film (RIFF): its header list, and the list of its pictures. */
export async function inspectAvi(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  let video: VideoFacts | undefined;
  let at = 12;
  for (let seen = 0; at < source.size; seen++) {
    if (seen >= limits.maxEntries || cancellation.isCancellationRequested)
      return { ...(video && { video }), partial: true };
    const head = new ByteReader(await source.read(at, 12), true);
    const size = head.uint32(4);
    if (size === undefined) break;
    const list = head.latin1(0, 4) === 'LIST' ? head.latin1(8, 4) : undefined;
    if (list === 'hdrl') {
      if (size > limits.maxBytes) return { partial: true };
      const isOne = (new ByteReader(await source.read(4, 4), true).uint32(0) ?? 0) + 8 >= source.size;
      video = headerFacts(new ByteReader(await source.read(at + 12, size - 4), true), isOne);
    }
    if (list === 'INFO') opener.search('INFO', printableRuns(await source.read(at + 12, Math.min(size - 4, mostInfo))));
    if (list === 'movi') {
      // Nothing but the name of the list: not one picture was written.
      const isCut = unknownSizes.has(size) ? at + 12 >= source.size : size <= 4 || at + 8 + size > source.size;
      if (!video) return { damage: { code: 'not-well-formed', offset: at } };
      return { video, ...(isCut && { damage: { code: 'truncated', offset: source.size } }) };
    }
    at += 8 + size + (size & 1);
  }
  return { ...(video && { video }), damage: { code: 'truncated', offset: source.size } };
}

/** @param isOne there is no second part, whose pictures the header does not count */
function headerFacts(header: ByteReader, isOne: boolean): VideoFacts {
  const tracks: Track[] = [];
  let duration: number | undefined;
  for (const { name, content } of riffChunks(header, 0)) {
    const [microseconds = 0, frames = 0] = [content.uint32(0), content.uint32(16)];
    if (name === 'avih' && isOne && microseconds > 0 && frames > 0) duration = (microseconds * frames) / 1e6;
    if (name === 'LIST' && content.latin1(0, 4) === 'strl') tracks.push(trackOf(content));
  }
  return { ...(duration !== undefined && { duration }), tracks };
}

function trackOf(list: ByteReader): Track {
  let track: Track = { kind: 'other' };
  for (const { name, content } of riffChunks(list, 4)) {
    if (name === 'strh') {
      const type = content.latin1(0, 4);
      const codec = content
        .latin1(4, 4)
        .replace(/[^\x20-\x7e]/g, '')
        .trim();
      const kind = type === 'vids' ? 'video' : type === 'auds' ? 'audio' : 'other';
      track = { kind, ...(codec !== '' && { codec }) };
    }
    const [width, height] = [content.int32(4), content.int32(8)];
    // A height below zero only says that the rows go downwards.
    if (name === 'strf' && track.kind === 'video' && width && height)
      track = { ...track, width, height: Math.abs(height) };
  }
  return track;
}
