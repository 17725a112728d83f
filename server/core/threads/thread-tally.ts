import { threadKey, type PlacedThread } from './place-threads';

/** How many threads of a dossier wait for somebody. */
export interface ThreadTally {
  readonly open: number;
  /** Open ones and others that are not read whole, or about nothing that the dossier knows. */
  readonly troubled: number;
}

export function threadTally(threads: readonly PlacedThread[]): ThreadTally {
  const open = threads.filter(({ thread }) => thread.isOpen && thread.fault?.kind !== 'file');
  const troubled = threads.filter(({ thread, lost }) => thread.fault !== undefined || lost === 'orphan');
  return { open: open.length, troubled: troubled.length };
}

/** How many open threads there are about each thing, by `threadKey`. */
export function openThreads(threads: readonly PlacedThread[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { thread, slot } of threads) {
    if (!slot || !thread.isOpen) continue;
    const key = threadKey(slot);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
