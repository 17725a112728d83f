import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { detectType, headLength, looksLikeText } from './content-signature';
import { openBeside, type ContentFile, type OpenContent } from './content-file';
import type { ContentReading, ControlWish, PicturesWish, ReadingWishes } from './content-reading';
import { identityOf, sameIdentity, type FileIdentity } from './file-identity';
import type { Inspection } from '../../core/evidence/inspection';
import { fileSource, memorySource, type EvidenceSource } from '../inspection/evidence-source';
import type { CarriedPicture } from '../inspection/parts/carried-picture';
import type { TakePicture } from '../inspection/parts/part-tree';
import { lfsPointer } from './lfs-pointer';

/** Content up to this size is read once and held; of larger content only a chunk is held. */
const chunkLength = 1024 * 1024;
/** Bytes after which whatever else the thread has in hand gets its turn. */
const turnLength = 8 * chunkLength;

/** Looks inside a content; absent where nobody wants to know. */
export type Inspect = (
  source: EvidenceSource,
  cancellation: Cancellation,
  wishes?: InspectWishes,
) => Promise<Inspection>;

export interface InspectWishes {
  readonly control?: ControlWish | undefined;
  readonly takePicture?: TakePicture | undefined;
}

export interface ReadContentOptions extends ReadingWishes {
  readonly openContent?: OpenContent;
}

/**
 * Reads a file: digest, signature, nature, and what is inside. Memory stays flat.
 * @throws CancelledError, UnreadableFile, or the system's error
 */
export async function readContent(
  path: string,
  inspect: Inspect | undefined,
  cancellation: Cancellation,
  { openContent = openBeside, md5: withMd5 = false, within, control, pictures: wanted }: ReadContentOptions = {},
): Promise<ContentReading> {
  const file = await openContent(path);
  try {
    const status = await file.status();
    await file.judge(status, within === undefined ? {} : { within });
    const identity = identityOf(status);
    // One byte more, to see that nothing follows.
    const start = await readFrom(file, 0, Math.min(chunkLength, identity.size + 1));
    const head = start.subarray(0, headLength);
    const whole = start.length === identity.size;
    const stored = whole ? lfsPointer(start, basename(path)) : undefined;
    if (stored) return { identity, content: { state: 'file', text: false, ...stored }, stable: true };
    const { sha256, md5, size } = await digestOf(file, start, identity, withMd5, cancellation);
    const detected = await detectType(head, path);
    const described = { name: path, ...(detected ? { detected } : {}) };
    const source = whole ? memorySource(start, described) : fileSource(file, size, described);
    const pictures: CarriedPicture[] = [];
    const takePicture = wanted && collector(pictures, wanted);
    const inspection = await inspect?.(source, cancellation, { control, takePicture });
    const after = identityOf(await file.status());
    const content = {
      state: 'file' as const,
      size,
      sha256,
      ...(md5 === undefined ? {} : { md5 }),
      text: looksLikeText(head, head.length === size),
      ...(detected ? { detected } : {}),
      ...(inspection ? { inspection } : {}),
    };
    const stable = sameIdentity(identity, after) && size === identity.size;
    return { identity, content, stable, ...(wanted && { pictures }) };
  } finally {
    await file.close();
  }
}

/** Beyond the bounds pictures are left, which whoever asked for them tells. */
function collector(pictures: CarriedPicture[], { most, mostBytes }: PicturesWish): TakePicture {
  let bytes = 0;
  return (picture) => {
    bytes += picture.data.length;
    // A copy: it may be a part of something large, all of which would go to another thread.
    if (pictures.length < most && bytes <= mostBytes) pictures.push({ ...picture, data: new Uint8Array(picture.data) });
  };
}

interface Digest {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** The same; undefined where it is not wanted. */
  readonly md5: string | undefined;
  /** Bytes that were read. */
  readonly size: number;
}

/** @param start the first bytes, which are read already */
async function digestOf(
  file: ContentFile,
  start: Uint8Array,
  identity: FileIdentity,
  withMd5: boolean,
  cancellation: Cancellation,
): Promise<Digest> {
  const sha256 = createHash('sha256').update(start);
  const md5 = withMd5 ? createHash('md5').update(start) : undefined;
  let size = start.length;
  const digest = (): Digest => ({ sha256: sha256.digest('hex'), md5: md5?.digest('hex'), size });
  if (size === identity.size) return digest();
  const buffer = Buffer.allocUnsafe(chunkLength);
  for (let turn = 0; ;) {
    throwIfCancelled(cancellation);
    const bytes = await file.read(buffer, size);
    if (bytes === 0) return digest();
    const chunk = buffer.subarray(0, bytes);
    sha256.update(chunk);
    md5?.update(chunk);
    size += bytes;
    turn += bytes;
    if (turn < turnLength) continue;
    await setImmediate();
    turn = 0;
  }
}

/** That many bytes, fewer only at the end of the file. */
async function readFrom(file: ContentFile, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const bytes = await file.read(buffer.subarray(filled), position + filled);
    if (bytes === 0) break;
    filled += bytes;
  }
  return buffer.subarray(0, filled);
}
