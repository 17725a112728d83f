import type { Inspection } from '../../core/evidence/inspection';
import { ByteReader } from './byte-reader';
import type { EvidenceSource } from './evidence-source';

/** Formats of films of which only the beginning is looked at: whether anything follows the header. */
export type HeadedFilm = 'asf' | 'ogg' | 'mpeg';

/** Bytes in which an MPEG stream shows its first picture: the packets before it are a few kilobytes each. */
const mpegHead = 1024 * 1024;
/** Bytes of the data object's own head. */
const asfDataHead = 50;

/** What such a film begins with; undefined for everything else. */
export function headedFilm(head: ByteReader): HeadedFilm | undefined {
  if (head.uint32(0) === 0x3026b275) return 'asf';
  if (head.latin1(0, 4) === 'OggS') return 'ogg';
  const code = head.uint32(0);
  return code === 0x000001ba || code === 0x000001b3 ? 'mpeg' : undefined;
}

/** Says that a film ends with, or within, its header: no picture was recorded, or its end was lost. */
export async function inspectFilmBeginning(source: EvidenceSource, format: HeadedFilm): Promise<Partial<Inspection>> {
  const shows = { asf: hasAsfData, ogg: hasSecondPage, mpeg: hasMpegPicture }[format];
  return (await shows(source)) ? {} : { damage: { code: 'truncated', offset: source.size } };
}

async function hasAsfData(source: EvidenceSource): Promise<boolean> {
  const header = new ByteReader(await source.read(0, 24), true).uint64(16);
  return header !== undefined && header + asfDataHead <= source.size;
}

async function hasSecondPage(source: EvidenceSource): Promise<boolean> {
  const page = await source.read(0, 27 + 255);
  const segments = page[26];
  if (segments === undefined) return false;
  const length = page.subarray(27, 27 + segments).reduce((sum, bytes) => sum + bytes, 27 + segments);
  return new ByteReader(await source.read(length, 4)).latin1(0, 4) === 'OggS';
}

async function hasMpegPicture(source: EvidenceSource): Promise<boolean> {
  const head = await source.read(0, mpegHead);
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  for (let at = bytes.indexOf('000001', 0, 'hex'); at >= 0; at = bytes.indexOf('000001', at + 3, 'hex')) {
    const code = bytes[at + 3] ?? 0xff;
    // The start of a picture, or of a packet of a video stream.
    if (code === 0 || (code >= 0xe0 && code <= 0xef)) return true;
  }
  return source.size > mpegHead;
}
