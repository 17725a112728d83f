import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { EvidenceContent } from '../../core/evidence/evidence-file';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { detectType, headLength, looksLikeText } from './content-signature';
import { identityOf, sameIdentity, type FileIdentity } from './file-identity';
import type { Inspection } from '../../core/evidence/inspection';
import { fileSource, type EvidenceSource } from '../inspection/evidence-source';
import type { Digest, HashPool } from './hash-pool';
import { lfsPointer } from './pointer-files';

const chunkLength = 1024 * 1024;
/** Below this a thread costs more than it saves. */
const largeLength = 8 * 1024 * 1024;
/** Windows has no such flag. A pipe opened by mistake must not hang the server. */
const { O_NONBLOCK } = constants as { readonly O_NONBLOCK?: number };

/** What was read, and which state of the file it is. */
export interface ContentReading {
  readonly identity: FileIdentity;
  readonly content: Omit<EvidenceContent, 'nameOnDisk'>;
  /** False when the file changed while it was read: then nothing of it should be kept. */
  readonly stable: boolean;
}

/** Looks inside a content; absent where nobody wants to know. */
export type Inspect = (source: EvidenceSource, token: Cancellation) => Promise<Inspection>;

/**
 * Reads a file: digest, signature, nature, and what is inside. Memory stays flat; the event loop turns after each mebibyte.
 * @param pool where large files are digested; without it, here
 * @throws CancelledError, or the system's error
 */
export async function readContent(
  path: string,
  pool: HashPool | undefined,
  inspect: Inspect | undefined,
  token: Cancellation,
): Promise<ContentReading> {
  const handle = await open(path, constants.O_RDONLY | (O_NONBLOCK ?? 0));
  try {
    const identity = identityOf(await handle.stat({ bigint: true }));
    const head = await readHead(handle);
    const stored = identity.size === head.length ? lfsPointer(head, basename(path)) : undefined;
    if (stored) return { identity, content: { state: 'file', text: false, ...stored }, stable: true };
    const large = identity.size >= largeLength;
    const { sha256, size } = pool && large ? await pool.digest(path, token) : await digestOf(handle, identity, token);
    const detected = await detectType(head);
    const described = { name: path, ...(detected ? { detected } : {}) };
    const inspection = await inspect?.(fileSource(handle, size, described), token);
    const after = identityOf(await handle.stat({ bigint: true }));
    const content = {
      state: 'file' as const,
      size,
      sha256,
      text: looksLikeText(head, head.length === size),
      ...(detected ? { detected } : {}),
      ...(inspection ? { inspection } : {}),
    };
    return { identity, content, stable: sameIdentity(identity, after) && size === identity.size };
  } finally {
    await handle.close();
  }
}

async function readHead(handle: FileHandle): Promise<Buffer> {
  const buffer = Buffer.alloc(headLength);
  const { bytesRead } = await handle.read(buffer, 0, headLength, 0);
  return buffer.subarray(0, bytesRead);
}

async function digestOf(handle: FileHandle, identity: FileIdentity, token: Cancellation): Promise<Digest> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(chunkLength, identity.size + 1));
  let size = 0;
  for (;;) {
    throwIfCancelled(token);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, size);
    if (bytesRead === 0) return { sha256: hash.digest('hex'), size };
    hash.update(buffer.subarray(0, bytesRead));
    size += bytesRead;
  }
}
