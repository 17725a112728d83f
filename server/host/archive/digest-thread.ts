import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';

/**
 * A SHA-256 that may be computed elsewhere: a chunk must stay as it is until `update` is done. The next one may be given
 * before that.
 */
export interface ChunkDigest {
  update(chunk: Uint8Array): Promise<void>;
  /** 64 lower-case hexadecimal digits. */
  digest(): Promise<string>;
}

/** Below this the way to the thread costs more than it saves. */
const largeBytes = 8 << 20;

/** What the thread runs; kept here so that it needs no file of its own beside each bundle. */
const code = `
const { createHash } = require('node:crypto');
const { parentPort } = require('node:worker_threads');
let hash = createHash('sha256');
parentPort.on('message', (chunk) => {
  if (chunk === null) {
    parentPort.postMessage(hash.digest('hex'));
    hash = createHash('sha256');
  } else {
    hash.update(chunk);
    parentPort.postMessage(null);
  }
});`;

/**
 * Digests of large contents on a thread of their own, so that CRC and writing go on beside them, and so that an editor
 * whose process this is goes on answering. One content at a time.
 */
export class DigestThread {
  #line: DigestWorker | undefined;

  /** A digest of content of this size; on this thread when it is small. */
  start(bytes: number): ChunkDigest {
    if (bytes < largeBytes) return inlineDigest();
    const line = (this.#line ??= new DigestWorker());
    return {
      // Memory that both threads see is not copied.
      update: async (chunk) => {
        await line.ask(chunk.buffer instanceof SharedArrayBuffer ? chunk : Uint8Array.from(chunk));
      },
      digest: async () => String(await line.ask(null)),
    };
  }

  /** Ends the thread, if there is one. */
  async close(): Promise<void> {
    const line = this.#line;
    this.#line = undefined;
    await line?.end();
  }
}

function inlineDigest(): ChunkDigest {
  const hash = createHash('sha256');
  return {
    update: (chunk) => {
      hash.update(chunk);
      return Promise.resolve();
    },
    digest: () => Promise.resolve(hash.digest('hex')),
  };
}

/** Questions are answered in their order. A thread that ended answers nothing any more: that is said, at any time. */
class DigestWorker {
  readonly #worker = new Worker(code, { eval: true });
  #failure: Error | undefined;
  #waiting: { readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void }[] = [];

  constructor() {
    this.#worker.on('message', (answer: unknown) => {
      this.#waiting.shift()?.resolve(answer);
    });
    this.#worker.on('error', (error) => {
      this.#fail(error);
    });
    this.#worker.on('exit', () => {
      this.#fail(new Error('The digest thread ended'));
    });
  }

  ask(message: Uint8Array | null): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(message);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
