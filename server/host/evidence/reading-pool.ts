import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import type { ContentReading, ReadingWishes } from './content-reading';

import { filesPerThread, ReadingThread, ThreadEndedError } from './reading-thread';

/** More threads than that ask more of a disk than it gives, and of memory than it is worth. */
const mostThreads = 4;
/** A thread costs some 150 ms of processor time to start: another one is started for so many files, or what takes as long. */
const filesWorthThread = 128;
/** Reading that many bytes takes about as long as all the rest that is done for a small file. */
const bytesPerFile = 4 * 1024 * 1024;
/** Threads that had nothing to do for that long are ended; they start again when needed. */
const restMillis = 3000;
/** What the threads run, beside the running bundle (`esbuild.js`). */
const bundleName = 'reading-thread.mjs';

export interface ReadingPoolOptions {
  readonly bundleFolder: string;
  readonly size?: number;
  readonly onInspectorFailure?: (error: unknown) => void;
}

/** Reads evidence on threads of its own. */
export class ReadingPool {
  /** With the number of files that each was given. */
  readonly #threads = new Map<ReadingThread, number>();
  readonly #waiting: (() => void)[] = [];
  readonly #size: number;
  /** What is asked for and not answered yet, in small files. */
  #load = 0;
  #restTimer: NodeJS.Timeout | undefined;

  private constructor(readonly options: ReadingPoolOptions) {
    this.#size = options.size ?? Math.min(availableParallelism(), mostThreads);
  }

  /** Undefined where the threads' code is not beside the running bundle. */
  static beside(options: ReadingPoolOptions): ReadingPool | undefined {
    return existsSync(join(options.bundleFolder, bundleName)) ? new ReadingPool(options) : undefined;
  }

  /** Threads that run. */
  get threads(): number {
    return this.#threads.size;
  }

  /** How many files are worth being asked for at the same time: enough to keep every thread busy. */
  get width(): number {
    return this.#size * filesPerThread + filesWorthThread;
  }

  /**
   * What a file is. One that brings its thread down is digested here and not looked into.
   * @throws CancelledError, or the system's error
   */
  async read(path: string, cancellation: Cancellation, wishes: ReadingWishes = {}): Promise<ContentReading> {
    const load = 1 + (wishes.bytes ?? 0) / bytesPerFile;
    this.#load += load;
    try {
      const thread = await this.#take();
      throwIfCancelled(cancellation);
      try {
        return await thread.read(path, cancellation, wishes);
      } finally {
        this.#give(thread);
      }
    } catch (error) {
      if (!(error instanceof ThreadEndedError)) throw error;
      return await this.#readAlone(path, error.hung, cancellation, wishes);
    } finally {
      this.#load -= load;
    }
  }

  /** Ends the threads. */
  async end(): Promise<void> {
    clearTimeout(this.#restTimer);
    const threads = [...this.#threads.keys()];
    this.#threads.clear();
    await Promise.all(threads.map((thread) => thread.end()));
  }

  /** Which of the files that the thread had in hand ended it is not known: each has a thread to itself now. */
  async #readAlone(
    path: string,
    hung: boolean,
    cancellation: Cancellation,
    wishes: ReadingWishes,
  ): Promise<ContentReading> {
    const alone = hung ? undefined : this.#start();
    try {
      if (alone) return await alone.read(path, cancellation, wishes);
    } catch (error) {
      if (!(error instanceof ThreadEndedError)) throw error;
    } finally {
      await alone?.end();
    }
    const { readContent } = await import('./read-content.js');
    const { content, ...reading } = await readContent(path, undefined, cancellation, wishes);
    return {
      ...reading,
      // Where no thread could be started at all, another look may well read the file.
      stable: reading.stable && alone?.began !== false,
      content: { ...content, inspection: { partial: true, unread: [{ reason: 'stopped' }] } },
    };
  }

  async #take(): Promise<ReadingThread> {
    clearTimeout(this.#restTimer);
    for (;;) {
      const thread = this.#free();
      if (thread) return thread;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #free(): ReadingThread | undefined {
    for (const thread of this.#threads.keys()) if (thread.ended) this.#threads.delete(thread);
    const [least] = [...this.#threads].sort(([, a], [, b]) => a - b);
    const wanted = 1 + Math.floor((this.#load - 1) / filesWorthThread);
    if (least?.[1] !== 0 && this.#threads.size < Math.min(wanted, this.#size)) {
      const thread = this.#start();
      this.#threads.set(thread, 1);
      return thread;
    }
    if (!least || least[1] >= filesPerThread) return undefined;
    this.#threads.set(least[0], least[1] + 1);
    return least[0];
  }

  #give(thread: ReadingThread): void {
    const given = this.#threads.get(thread);
    if (given !== undefined) this.#threads.set(thread, given - 1);
    this.#waiting.shift()?.();
    if (this.#waiting.length > 0 || [...this.#threads.values()].some((files) => files > 0)) return;
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => {
      // Terminating never fails.
      void this.end();
    }, restMillis).unref();
  }

  #start(): ReadingThread {
    const { bundleFolder, onInspectorFailure } = this.options;
    const file = join(bundleFolder, bundleName);
    return new ReadingThread({ file, bundleFolder, ...(onInspectorFailure ? { onInspectorFailure } : {}) });
  }
}
