import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { allTargets } from './all-targets';
import { Random } from './random';

/** What a thread is started with. */
interface Order {
  readonly target: string;
  readonly seed: number;
  readonly first: number;
  readonly last: number;
  /** Cases begun, told to whoever watches: a case that does not end is the one after the last that did. */
  readonly progress: SharedArrayBuffer;
  /** Writes the input of the first case, and runs nothing. */
  readonly showsInput?: boolean;
}

/** A case that comes out the same twice is tried twice once in so many. */
const twiceIn = 8;

const digest = (value: unknown): string =>
  createHash('sha256')
    .update(
      // In a list, so that nothing is written, too.
      JSON.stringify([value], (_, one: unknown) =>
        typeof one === 'bigint'
          ? String(one)
          : one instanceof Map || one instanceof Set
            ? [...(one as Iterable<unknown>)]
            : one,
      ),
    )
    .digest('hex');

async function main({ target: name, seed, first, last, progress, showsInput }: Order): Promise<void> {
  const target = allTargets.find((one) => one.name === name);
  if (!target) throw new Error(`no target ${name}`);
  const prepared = await target.prepare();
  const begun = new Int32Array(progress);
  const say = (message: unknown) => parentPort?.postMessage(message);
  if (showsInput) {
    say({ input: prepared.input?.(Random.of(seed, name, first)) });
    return;
  }
  say({ ready: true });
  for (let index = first; index < last; index++) {
    Atomics.store(begun, 0, index + 1);
    try {
      const outcome = await prepared.run(Random.of(seed, name, index));
      if (index % twiceIn === 0) {
        const again = await prepared.run(Random.of(seed, name, index));
        if (digest(again) !== digest(outcome)) say({ index, fault: 'not the same twice' });
      }
    } catch (error) {
      say({ index, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    // Lets whoever watches end the thread.
    if (index % 256 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await prepared.dispose?.();
  say({ done: true });
}

process.on('unhandledRejection', (error) => {
  parentPort?.postMessage({ index: -1, fault: `unhandled: ${String(error)}` });
});
void main(workerData as Order).then(() => process.exit(0));
