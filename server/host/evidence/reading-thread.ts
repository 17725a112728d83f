import { Worker } from 'node:worker_threads';
import { CancelledError, type Cancellation } from '../../core/ports/cancellation';
import { UnreadableFile } from '../../core/ports/file-fault';
import type { ContentReading, ReadingWishes } from './content-reading';
import {
  beganFlagOf,
  flagOf,
  newFlags,
  type ReadingAnswer,
  type ReadingOrder,
  type ReadingThreadData,
} from './reading-messages';

/** Files that one thread has in hand: it reads one while another waits for the PDF thread or to be answered. */
export const filesPerThread = 2;
/** How soon a file that is given up is noticed. */
const watchMillis = 25;
/** An inspection that for so long did not even ask whether to go on hangs: far above what any step takes on a busy machine. */
const hangMillis = 120_000;
/** Of one thread; contents of up to 64 MiB are held outside of it. */
const maxHeapMebibytes = 512;
/** Facts are small and short-lived: more room for them is memory taken for nothing. */
const youngMebibytes = 16;

/** The thread ended before it answered. */
export class ThreadEndedError extends Error {
  /** @param hung whether it was ended on account of this very file */
  constructor(readonly hung: boolean) {
    super('The thread ended');
  }
}

/** A file could not be read by a thread; `code` is the system's, if it is the system's error. */
class ReadingError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

interface Job {
  readonly cancellation: Cancellation;
  readonly resolve: (reading: ContentReading) => void;
  readonly reject: (error: unknown) => void;
  /** What the thread had counted, and since when. */
  progress?: { readonly count: number; readonly since: number };
}

export interface ReadingThreadOptions {
  /** The bundle that the thread runs. */
  readonly file: string;
  readonly bundleFolder: string;
  readonly onInspectorFailure?: (error: unknown) => void;
}

/** A thread that reads evidence: digests it and looks inside, so that the editor's own thread goes on answering. */
export class ReadingThread {
  readonly #worker: Worker;
  readonly #flags = newFlags(filesPerThread);
  readonly #jobs = new Map<number, Job>();
  #watch: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(readonly options: ReadingThreadOptions) {
    const workerData: ReadingThreadData = {
      role: 'evidence',
      flags: this.#flags.buffer,
      bundleFolder: options.bundleFolder,
    };
    this.#worker = new Worker(options.file, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMebibytes, maxYoungGenerationSizeMb: youngMebibytes },
      // A library's warning must not reach our standard output, which is a protocol's.
      stdout: true,
      stderr: true,
    });
    this.#worker.on('message', (answers: readonly ReadingAnswer[]) => {
      for (const answer of answers) this.#take(answer);
    });
    // An error, such as memory exhausted, is followed by the exit.
    this.#worker.on('error', () => undefined);
    this.#worker.on('exit', () => {
      this.#fail(undefined);
    });
    this.#worker.unref();
  }

  /** Whether it can answer at all. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Whether it ever took orders: one that could not be started says nothing about the files it was given. */
  get began(): boolean {
    return Atomics.load(this.#flags, beganFlagOf(this.#flags)) !== 0;
  }

  /**
   * At most {@link filesPerThread} at a time.
   * @throws CancelledError; {@link ThreadEndedError}; UnreadableFile; an error with the system's code
   */
  read(path: string, cancellation: Cancellation, wishes: ReadingWishes = {}): Promise<ContentReading> {
    return new Promise((resolve, reject) => {
      let slot = 0;
      while (this.#jobs.has(slot)) slot++;
      if (this.#ended) {
        reject(new ThreadEndedError(false));
        return;
      }
      Atomics.store(this.#flags, flagOf(slot, 'given-up'), 0);
      Atomics.store(this.#flags, flagOf(slot, 'inspecting'), 0);
      this.#jobs.set(slot, { cancellation, resolve, reject });
      // A thread that waits must not keep the process alive; one that works does.
      this.#worker.ref();
      this.#watch ??= setInterval(() => {
        this.#look();
      }, watchMillis);
      this.#worker.postMessage({ slot, path, wishes } satisfies ReadingOrder);
    });
  }

  /** Ends the thread; what it has in hand fails. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #take(answer: ReadingAnswer): void {
    if (answer.kind === 'inspector-failed') {
      this.options.onInspectorFailure?.(
        Object.assign(new Error(answer.message), answer.stack && { stack: answer.stack }),
      );
      return;
    }
    const job = this.#jobs.get(answer.slot);
    if (!job) return;
    this.#jobs.delete(answer.slot);
    if (this.#jobs.size === 0) this.#rest();
    if (answer.kind === 'read') job.resolve(answer.reading);
    else if (answer.kind === 'given-up') job.reject(new CancelledError());
    else if (answer.kind === 'refused') job.reject(new UnreadableFile(answer.file, answer.fault));
    else
      job.reject(answer.code === undefined ? new Error(answer.message) : new ReadingError(answer.message, answer.code));
  }

  #look(): void {
    const now = performance.now();
    for (const [slot, job] of this.#jobs) {
      if (job.cancellation.isCancellationRequested) Atomics.store(this.#flags, flagOf(slot, 'given-up'), 1);
      const count = Atomics.load(this.#flags, flagOf(slot, 'inspecting'));
      if (count === 0) continue;
      if (job.progress?.count !== count) job.progress = { count, since: now };
      if (now - job.progress.since < hangMillis) continue;
      this.#fail(slot);
      // Its exit finds nothing in hand any more.
      void this.#worker.terminate();
      return;
    }
  }

  #fail(hung: number | undefined): void {
    this.#ended = true;
    this.#rest();
    const jobs = [...this.#jobs];
    this.#jobs.clear();
    for (const [slot, job] of jobs) job.reject(new ThreadEndedError(slot === hung));
  }

  #rest(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
    this.#worker.unref();
  }
}
