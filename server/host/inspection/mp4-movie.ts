import type { VideoFacts } from '../../core/evidence/inspection';
import type { ByteReader } from './byte-reader';
import { instantDate } from './calendar-date';
import { boxAt, boxesIn } from './mp4-boxes';

type Track = VideoFacts['tracks'][number];

/** Seconds from the format's epoch, 1904-01-01, to that of Unix. */
const epochSeconds = 2_082_844_800;

/** A `moov` box: duration, creation and tracks (ISO/IEC 14496-12, sections 8.2 to 8.5; QuickTime has the same boxes). */
export function readMovie(moov: ByteReader, maxTracks: number): VideoFacts {
  const header = boxAt(moov, 'mvhd');
  const created = header && creationOf(header);
  const duration = header && durationOf(header, boxAt(moov, 'mvex/mehd'));
  const tracks: Track[] = [];
  for (const { type, content } of boxesIn(moov)) {
    if (type === 'trak' && tracks.length < maxTracks) tracks.push(readTrack(content));
  }
  // A film that is written as it goes keeps its samples in fragments.
  const isFragmented = boxAt(moov, 'mvex') !== undefined;
  const frameless = !isFragmented && tracks.length > 0 && [...boxesIn(moov)].every(hasNoSample);
  return {
    ...(frameless && { frameless }),
    ...(duration !== undefined && { duration }),
    ...(created !== undefined && { created }),
    tracks,
  };
}

/** Zero when the recorder did not say; some then write the Unix epoch, which is just as little a date. */
function creationOf(header: ByteReader): string | undefined {
  const seconds = header.uint8(0) === 1 ? header.uint64(4) : header.uint32(4);
  return seconds === undefined || seconds <= epochSeconds ? undefined : instantDate((seconds - epochSeconds) * 1000);
}

/** A film written while it is recorded has no duration in its header, at best in the extension's. */
function durationOf(header: ByteReader, extension: ByteReader | undefined): number | undefined {
  const long = header.uint8(0) === 1;
  const scale = header.uint32(long ? 20 : 12);
  const own = knownUnits(header, 0, long ? 24 : 16);
  const units = own ?? (extension && knownUnits(extension, 0, 4));
  return scale === undefined || scale === 0 || units === undefined ? undefined : units / scale;
}

/** Zero and all ones mean unknown. */
function knownUnits(box: ByteReader, version: number, offset: number): number | undefined {
  const long = box.uint8(version) === 1;
  const units = long ? box.uint64(offset) : box.uint32(offset);
  return units === undefined || units === 0 || units >= (long ? Number.MAX_SAFE_INTEGER : 0xffffffff)
    ? undefined
    : units;
}

/** Of a track: its table of sizes (`stsz`, or `stz2`) counts none. */
function hasNoSample({ type, content }: { readonly type: string; readonly content: ByteReader }): boolean {
  if (type !== 'trak') return true;
  const table = boxAt(content, 'mdia/minf/stbl');
  const sizes = table && (boxAt(table, 'stsz') ?? boxAt(table, 'stz2'));
  return sizes?.uint32(8) === 0;
}

function readTrack(trak: ByteReader): Track {
  const handler = boxAt(trak, 'mdia/hdlr')?.latin1(8, 4);
  const kind = handler === 'vide' ? 'video' : handler === 'soun' ? 'audio' : 'other';
  const entry = boxAt(trak, 'mdia/minf/stbl/stsd');
  // stsd: version, flags, number of entries, then the entries, which are boxes named for their codec.
  const codec = entry?.latin1(12, 4).trim();
  const [width, height] = kind === 'video' ? [entry?.uint16(40), entry?.uint16(42)] : [];
  return {
    kind,
    ...(codec && { codec }),
    ...(width && { width }),
    ...(height && { height }),
  };
}
