// A thread that does nothing but digest files. Bundled by itself; see hash-pool.ts.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import type { HashAnswer } from './hash-pool';

const chunkLength = 1024 * 1024;
/** Chunks between two signs of life, at which the job may be given up. */
const chunksPerSign = 32;

async function digest(path: string): Promise<void> {
  const handle = await open(path);
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(chunkLength);
    let size = 0;
    for (let chunks = 1; ; chunks++) {
      const { bytesRead } = await handle.read(buffer, 0, chunkLength, size);
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
      size += bytesRead;
      if (chunks % chunksPerSign === 0) say({ kind: 'working' });
    }
    say({ kind: 'digest', sha256: hash.digest('hex'), size });
  } finally {
    await handle.close();
  }
}

function say(answer: HashAnswer): void {
  parentPort?.postMessage(answer);
}

parentPort?.on('message', (path: string) => {
  digest(path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    say({ kind: 'failed', message: String(error), ...(code === undefined ? {} : { code }) });
  });
});
