import { createHash } from 'node:crypto';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { UnreadableFile } from '../../core/ports/file-fault';
import { isInside, openGuarded } from './guarded-file';

/**
 * The digest of a file of whatever size, hexadecimal.
 * @param within real paths of folders, or of the file itself, of which one has to hold it
 * @throws UnreadableFile, CancelledError, or the system's error
 */
export async function digestOf(path: string, cancellation: Cancellation, within?: readonly string[]): Promise<string> {
  const { handle, realPath } = await openGuarded(path);
  try {
    if (within && !within.some((one) => one === realPath || isInside(one, realPath)))
      throw new UnreadableFile(path, { kind: 'outside' });
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(1024 * 1024);
    for (let position = 0; ;) {
      throwIfCancelled(cancellation);
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
      position += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/** The digest of what is in memory, hexadecimal; of a text, that of its bytes in UTF-8. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
