import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import type { Inspection } from '../../../core/evidence/inspection';
import { throwIfCancelled, type Cancellation } from '../../../core/ports/cancellation';
import type { EvidenceSource } from '../evidence-source';
import type { InspectionLimits } from '../limits';
import { closedParts, type PartOpener } from './part';

const chunkBytes = 1024 * 1024;

/** What a gzip file holds: one content, of which no more than the limit is decompressed. */
export async function inspectGzip(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  searchHeader(Buffer.from(await source.read(0, headerBytes)), opener);
  const chunks: Buffer[] = [];
  let size = 0;
  const gunzip = createGunzip();
  const compressed = Readable.from(pieces(source));
  compressed.on('error', (error) => gunzip.destroy(error));
  compressed.pipe(gunzip);
  let left: 'size' | 'damaged' | undefined;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      throwIfCancelled(cancellation);
      if (size + chunk.length > limits.maxInflatedBytes) {
        left = 'size';
        break;
      }
      size += chunk.length;
      chunks.push(chunk);
    }
  } catch (error) {
    // What came before the fault is read.
    if (!isZlibError(error)) throw error;
    left = 'damaged';
  } finally {
    gunzip.destroy();
    compressed.destroy();
  }
  const name = innerName(source.extension);
  if (left !== undefined) opener.leave(name, left);
  await opener.open({ name, content: Buffer.concat(chunks) });
  return left === undefined ? {} : { partial: true };
}

/** Of the header, which is short but for a field of its own that no program in use writes. */
const headerBytes = 16 * 1024;

/** The name of the file and the comment that the header may hold (RFC 1952, section 2.3). */
function searchHeader(header: Buffer, opener: PartOpener): void {
  const flags = header[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (header.length >= 12 ? header.readUInt16LE(10) : 0);
  for (const [flag, where] of [
    [8, 'filename'],
    [16, 'comment'],
  ] as const) {
    if (!(flags & flag)) continue;
    const end = header.indexOf(0, at);
    if (end < 0) return;
    // ISO 8859-1 by the standard, UTF-8 by use.
    opener.search(where, header.toString('utf8', at, end));
    at = end + 1;
  }
}

/** `journal.log.gz` says `.gz` only: the content tells the rest. */
function innerName(extension: string): string {
  return extension === 'tgz' ? 'contenu.tar' : 'contenu';
}

async function* pieces(source: EvidenceSource): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < source.size; at += chunkBytes) yield Buffer.from(await source.read(at, chunkBytes));
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
