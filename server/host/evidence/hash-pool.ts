import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CancelledError, type Cancellation } from '../../core/ports/cancellation';

/** What a thread says of the file it was given. */
export type HashAnswer =
  | { readonly kind: 'working' }
  | { readonly kind: 'digest'; readonly sha256: string; readonly size: number }
  | { readonly kind: 'failed'; readonly message: string; readonly code?: string };

export interface Digest {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Bytes that were read. */
  readonly size: number;
}

/** A file could not be read by a thread; `code` is the system's, if it is the system's error. */
class HashError extends Error {
  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

/** Digests large files on threads of their own, one for each core, so that neither the editor nor a second core waits. */
export class HashPool {
  readonly #idle: Worker[] = [];
  readonly #waiting: (() => void)[] = [];
  #started = 0;

  private constructor(
    readonly file: string,
    readonly size: number,
  ) {}

  /** Undefined where the thread's code is not beside the running bundle. */
  static beside(folder = __dirname, size = availableParallelism()): HashPool | undefined {
    const file = join(folder, 'hash-worker.js');
    return existsSync(file) ? new HashPool(file, size) : undefined;
  }

  /** @throws CancelledError, or the system's error */
  async digest(path: string, token: Cancellation): Promise<Digest> {
    const worker = await this.#take();
    try {
      const result = await ask(worker, path, token);
      this.#idle.push(worker);
      return result;
    } catch (error) {
      // A thread that was given up, or failed, is in an unknown state.
      this.#started--;
      await worker.terminate();
      throw error;
    } finally {
      this.#waiting.shift()?.();
    }
  }

  /** Ends the threads that have nothing to do. They start again when needed. */
  async rest(): Promise<void> {
    const idle = this.#idle.splice(0);
    this.#started -= idle.length;
    await Promise.all(idle.map((worker) => worker.terminate()));
  }

  async #take(): Promise<Worker> {
    for (;;) {
      const worker = this.#idle.pop();
      if (worker) return worker;
      if (this.#started < this.size) {
        this.#started++;
        return new Worker(this.file);
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}

function ask(worker: Worker, path: string, token: Cancellation): Promise<Digest> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const onError = (error: Error) => {
      settle();
      reject(error);
    };
    const onExit = () => {
      onError(new HashError('The thread ended', undefined));
    };
    const onMessage = (answer: HashAnswer) => {
      if (token.isCancellationRequested) onError(new CancelledError());
      else if (answer.kind === 'failed') onError(new HashError(answer.message, answer.code));
      else if (answer.kind === 'digest') {
        settle();
        resolve({ sha256: answer.sha256, size: answer.size });
      }
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(path);
  });
}
