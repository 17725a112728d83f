// What a thread does that reads evidence; see reading-thread.ts for the other side.
import { parentPort } from 'node:worker_threads';
import type { Inspection } from '../../core/evidence/inspection';
import { CancelledError, type Cancellation } from '../../core/ports/cancellation';
import { UnreadableFile } from '../../core/ports/file-fault';
import { openHere } from './content-file';
import { contentInspector, type ContentInspector } from './content-inspector';
import { readContent } from './read-content';
import { beganFlagOf, flagOf, type ReadingAnswer, type ReadingOrder, type ReadingThreadData } from './reading-messages';

/**
 * Contents from this size on are looked into one after the other, so that only one of them is in memory; and so are PDF
 * documents, so that one PDF thread is enough.
 */
const largeBytes = 8 * 1024 * 1024;

/** Reads what it is told to until its thread is ended. */
export function serveReadings({ flags: shared, bundleFolder }: ReadingThreadData): void {
  const flags = new Int32Array(shared);
  const outbox = new Outbox();
  const inspector = contentInspector({
    bundleFolder,
    onInspectorFailure: (error) => {
      const stack = error instanceof Error ? error.stack : undefined;
      outbox.put({ kind: 'inspector-failed', message: String(error), ...(stack === undefined ? {} : { stack }) });
    },
  });
  const inspections = announced(inspector, flags);
  parentPort?.on('message', (order: ReadingOrder) => {
    read(order, inspections, flags).then(
      (answer) => {
        outbox.put(answer);
      },
      (error: unknown) => {
        outbox.put(failure(order.slot, error));
      },
    );
  });
  Atomics.store(flags, beganFlagOf(flags), 1);
}

type Inspections = (slot: number) => ContentInspector['inspect'];

/** Says while it looks inside, so that whoever waits knows what hangs. */
function announced(inspector: ContentInspector, flags: Int32Array): Inspections {
  let heavy: Promise<unknown> = Promise.resolve();
  return (slot) => async (source, cancellation, wishes) => {
    const inspect = async (): Promise<Inspection> => {
      Atomics.store(flags, flagOf(slot, 'inspecting'), 1);
      try {
        return await inspector.inspect(source, cancellation, wishes);
      } finally {
        Atomics.store(flags, flagOf(slot, 'inspecting'), 0);
      }
    };
    if (source.size < largeBytes && source.detected?.extension !== 'pdf') return await inspect();
    const mine = heavy.then(inspect);
    // The next one waits for it, however it ends.
    heavy = mine.catch(() => undefined);
    return await mine;
  };
}

async function read(
  { slot, path, wishes }: ReadingOrder,
  inspections: Inspections,
  flags: Int32Array,
): Promise<ReadingAnswer> {
  const cancellation: Cancellation = {
    get isCancellationRequested() {
      // Whoever asks is at work: see what a thread that hangs is told by.
      if (Atomics.load(flags, flagOf(slot, 'inspecting')) !== 0) Atomics.add(flags, flagOf(slot, 'inspecting'), 1);
      return Atomics.load(flags, flagOf(slot, 'given-up')) !== 0;
    },
  };
  const options = { ...wishes, openContent: openHere };
  return { kind: 'read', slot, reading: await readContent(path, inspections(slot), cancellation, options) };
}

function failure(slot: number, error: unknown): ReadingAnswer {
  if (error instanceof CancelledError) return { kind: 'given-up', slot };
  if (error instanceof UnreadableFile) return { kind: 'refused', slot, file: error.file, fault: error.fault };
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return { kind: 'failed', slot, message: String(error), ...(code === undefined ? {} : { code }) };
}

/** Answers go out once a turn of the event loop: a message costs more than reading a small file. */
class Outbox {
  #answers: ReadingAnswer[] = [];

  put(answer: ReadingAnswer): void {
    if (this.#answers.push(answer) > 1) return;
    setImmediate(() => {
      parentPort?.postMessage(this.#answers.splice(0));
    });
  }
}
