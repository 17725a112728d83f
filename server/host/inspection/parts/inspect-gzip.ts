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
