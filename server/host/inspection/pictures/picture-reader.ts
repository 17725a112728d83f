import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CancelledError, type Cancellation } from '../../../core/ports/cancellation';
import type { PictureAnswer, PictureFailure, PictureRequest, PictureWord } from './picture-messages';

/** How a picture was read: its words, or why there are none. `stopped`: its thread was stuck or ended, which is no verdict. */
export type PictureReading =
  { readonly end: 'done'; readonly words: readonly PictureWord[] } | { readonly end: PictureFailure | 'stopped' };

export interface PictureReaderOptions {
  /** Folder of the running bundle, where the thread's code is. */
  readonly bundleFolder: string;
  /** Threads at work at the same time; each takes some 300 MB while it reads. */
  readonly threads: number;
  /** Without a sign for that long a thread is stuck: far above what any step takes on a busy machine. */
  readonly stuckMillis?: number;
  /** Name of the thread's code in that folder. */
  readonly script?: string;
}

const usualScript = 'picture-worker.js';
const usualStuckMillis = 180_000;
const watchMillis = 25;
/** Compiled code never gives memory back: after so many pictures a new thread takes over. */
const picturesPerThread = 200;

/** Recognises words in pictures, on threads of their own, which can be ended while they compute. */
export class PictureReader {
  readonly #idle: PictureThread[] = [];
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  private constructor(readonly options: PictureReaderOptions) {}

  /** Undefined where the thread's code is not beside the running bundle. */
  static beside(options: PictureReaderOptions): PictureReader | undefined {
    const script = join(options.bundleFolder, options.script ?? usualScript);
    return existsSync(script) ? new PictureReader(options) : undefined;
  }

  /** @throws CancelledError; never on account of the picture */
  async read(request: PictureRequest, cancellation: Cancellation): Promise<PictureReading> {
    while (this.#running >= this.options.threads) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running++;
    try {
      if (cancellation.isCancellationRequested) throw new CancelledError();
      const thread = this.#idle.pop() ?? this.#start();
      const reading = await thread.read(request, cancellation);
      if (thread.ended || thread.pictures >= picturesPerThread) await thread.end();
      else this.#idle.push(thread);
      if (reading === 'cancelled') throw new CancelledError();
      return reading;
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  /** Ends the threads that wait for work. */
  async end(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((thread) => thread.end()));
  }

  #start(): PictureThread {
    const { bundleFolder, script = usualScript, stuckMillis = usualStuckMillis } = this.options;
    return new PictureThread(join(bundleFolder, script), stuckMillis);
  }
}

class PictureThread {
  readonly #worker: Worker;
  pictures = 0;
  ended = false;

  constructor(
    script: string,
    readonly stuckMillis: number,
  ) {
    // What the compiled code prints must not reach our standard output, which is a protocol's.
    this.#worker = new Worker(script, { stdout: true, stderr: true });
    this.#worker.on('error', () => undefined);
    this.#worker.on('exit', () => {
      this.ended = true;
    });
    this.#worker.unref();
  }

  read(request: PictureRequest, cancellation: Cancellation): Promise<PictureReading | 'cancelled'> {
    this.pictures++;
    const worker = this.#worker;
    return new Promise((resolve) => {
      let sign = performance.now();
      const finish = (reading: PictureReading | 'cancelled'): void => {
        clearInterval(watch);
        worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
        if (reading === 'cancelled' || reading.end === 'stopped') this.ended = true;
        resolve(reading);
      };
      const onMessage = (answer: PictureAnswer): void => {
        sign = performance.now();
        if (answer.kind === 'read') finish({ end: 'done', words: answer.words });
        else if (answer.kind === 'failed') finish({ end: answer.reason });
      };
      const onEnd = (): void => {
        finish({ end: 'stopped' });
      };
      // The thread itself does not keep the process alive: this does, while an answer is awaited.
      const watch = setInterval(() => {
        if (cancellation.isCancellationRequested) finish('cancelled');
        else if (performance.now() - sign > this.stuckMillis) finish({ end: 'stopped' });
      }, watchMillis);
      worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
      worker.postMessage(request);
    });
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.#worker.terminate();
  }
}
