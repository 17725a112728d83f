import { Worker } from 'node:worker_threads';

import type { Cancellation } from '../../core/ports/cancellation';
import type { PdfAnswer, PdfAttachment, PdfFailed, PdfOpened, PdfPage, PdfPicture, PdfRequest } from './pdf-messages';

/** What was read of a document. */
export interface PdfReading {
  readonly opened?: PdfOpened;
  readonly pages: readonly PdfPage[];
  /** Values of the form's fields. */
  readonly fields?: string;
  readonly attachments?: readonly PdfAttachment[];
  readonly pictures?: readonly PdfPicture[];
  /**
   * How it ended: `done`; `password` or `invalid` (see `PdfFailed`); `stopped` by the token, by the memory limit or because
   * nothing came any more: what was read until then depends on the machine, and is no verdict;
   * `unavailable` when the worker's script cannot be run.
   */
  readonly end: 'done' | PdfFailed['reason'] | 'stopped' | 'unavailable';
}

/** Reads documents in worker threads, since nothing else can be stopped while it computes. */
export interface PdfReader {
  /** Never rejects on account of the content. */
  read(request: PdfRequest, cancellation: Cancellation): Promise<PdfReading>;
  /** Ends the threads that wait for work. */
  dispose(): Promise<void>;
}

/** Threads kept for the next document: starting one costs more than reading a usual document. */
const keptThreads = 2;
const watchMillis = 25;
/** Room for new objects in a thread; what is left over is memory that the whole process takes. */
const youngMebibytes = 16;
/** Without an answer for that long, a thread is stuck. Far above what any page takes on a busy machine. */
const stuckMillis = 180_000;
/** Growth of the whole process while a document is read: decoded streams are not in the thread's heap. */
const maxGrowthBytes = 384 * 1024 * 1024;

/**
 * @param script path of the bundle of `pdf-worker.ts`
 * @param maxHeapMebibytes of one thread
 */
export function createPdfReader(script: string, maxHeapMebibytes = 256): PdfReader {
  const idle: Worker[] = [];
  let disposed = false;
  const start = (): Worker => {
    const worker = startWorker(script, maxHeapMebibytes);
    worker.once('exit', () => {
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    });
    return worker;
  };
  const keep = (worker: Worker): void => {
    if (disposed || idle.length >= keptThreads) void worker.terminate();
    else idle.push(worker);
  };
  return {
    read: async (request, cancellation) => {
      const worker = idle.pop() ?? start();
      const reading = await converse(worker, request, cancellation);
      if (reading.end === 'stopped' || reading.end === 'unavailable') await worker.terminate();
      else keep(worker);
      return reading;
    },
    dispose: async () => {
      disposed = true;
      await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
    },
  };
}

function startWorker(script: string, maxHeapMebibytes: number): Worker {
  const worker = new Worker(script, {
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMebibytes, maxYoungGenerationSizeMb: youngMebibytes },
    // The library's warnings must not reach our standard output, which is a protocol's.
    stdout: true,
    stderr: true,
  });
  // Answered by the listeners of `converse`; without one here an error between two documents would end the process.
  worker.on('error', () => undefined);
  // A thread that waits must not keep the process alive.
  worker.unref();
  return worker;
}

function converse(worker: Worker, request: PdfRequest, cancellation: Cancellation): Promise<PdfReading> {
  return new Promise((resolve) => {
    const pages: PdfPage[] = [];
    let opened: PdfOpened | undefined;
    /** Asked only of a document that takes long: the system's answer costs as much as reading a page. */
    let startBytes: number | undefined;
    const attachments: PdfAttachment[] = [];
    const pictures: PdfPicture[] = [];
    let fields: string | undefined;
    let progress = performance.now();
    const onMessage = (answer: PdfAnswer): void => {
      progress = performance.now();
      if (answer.kind === 'opened') opened = answer;
      else if (answer.kind === 'page') pages.push(answer);
      else if (answer.kind === 'fields') fields = answer.text;
      else if (answer.kind === 'attachment') attachments.push(answer);
      else if (answer.kind === 'picture') pictures.push(answer);
      else finish(answer.kind === 'done' ? 'done' : answer.reason);
    };
    const onError = (error: unknown): void => {
      finish(isOutOfMemory(error) ? 'stopped' : 'unavailable');
    };
    const onExit = (): void => {
      finish('unavailable');
    };
    // The thread itself does not keep the process alive: this does, while an answer is awaited.
    const watch = setInterval(() => {
      const bytes = process.memoryUsage.rss();
      startBytes ??= bytes;
      const tooLarge = bytes - startBytes > maxGrowthBytes;
      const stuck = performance.now() - progress > stuckMillis;
      if (cancellation.isCancellationRequested || tooLarge || stuck) finish('stopped');
    }, watchMillis);
    const finish = (end: PdfReading['end']): void => {
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve({
        ...(opened && { opened }),
        pages,
        ...(fields !== undefined && { fields }),
        ...(attachments.length > 0 && { attachments }),
        ...(pictures.length > 0 && { pictures }),
        end,
      });
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(request);
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
