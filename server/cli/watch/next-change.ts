import { setTimeout as pause } from 'node:timers/promises';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';

/** Milliseconds between two looks at all places; longer where a look takes long, so that watching stays under 5 % of one core. */
const shortest = 400;
const share = 20;
/** What is being written is left alone until nothing changed between two looks, or for that long. */
const quiet = 150;
const mostBusy = 5000;
/** How soon Ctrl+C is obeyed. */
const step = 50;

/** What {@link nextChange} looks at. */
export interface Places {
  /** What changed, in any words; empty while nothing did. */
  changes(cancellation: Cancellation): Promise<string>;
}

/**
 * Resolves once something changed and came to rest: however many files are written at once, it is one change.
 * @param isOver also ends the waiting, whatever the places are like
 * @throws CancelledError
 */
export async function nextChange(places: Places, isOver: () => boolean, cancellation: Cancellation): Promise<void> {
  let wait = shortest;
  let changes = '';
  while (changes === '') {
    await pauseFor(wait, cancellation);
    if (isOver()) return;
    const from = performance.now();
    changes = await places.changes(cancellation);
    wait = Math.max(shortest, share * (performance.now() - from));
  }
  const end = performance.now() + mostBusy;
  for (let before = ''; before !== changes && performance.now() < end;) {
    before = changes;
    await pauseFor(quiet, cancellation);
    changes = await places.changes(cancellation);
  }
}

async function pauseFor(milliseconds: number, cancellation: Cancellation): Promise<void> {
  const end = performance.now() + milliseconds;
  do {
    throwIfCancelled(cancellation);
    await pause(Math.min(step, Math.max(0, end - performance.now())));
  } while (performance.now() < end);
  throwIfCancelled(cancellation);
}
