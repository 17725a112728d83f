import { availableParallelism, loadavg } from 'node:os';

/**
 * By how much this machine is slower than one that does nothing else: what wants to run, over what can. Never below 1; 1
 * where the system does not say (Windows).
 * @param {number} [load] @param {number} [cores]
 */
export function slowness(load = loadavg()[0] ?? 0, cores = availableParallelism()) {
  return Math.max(1, load / cores);
}

/** How often a running limit looks at the load. */
const glance = 5_000;

/**
 * A limit of time that a busy machine stretches: while it is twice as loaded as it has cores, two seconds count for one.
 * What hangs is still ended, what is only slow is not.
 * @param {number} limit milliseconds on a machine that does nothing else
 * @param {(elapsed: number) => void} onReached called once, with the milliseconds that really passed
 * @param {{ factor?: () => number, now?: () => number, every?: number }} [machine]
 * @returns {() => void} stops it: `onReached` is not called any more
 */
export function fairLimit(limit, onReached, { factor = slowness, now = () => performance.now(), every = glance } = {}) {
  const begun = now();
  let last = begun;
  let left = limit;
  /** @type {NodeJS.Timeout} */
  let timer;
  const look = () => {
    const at = now();
    left -= (at - last) / factor();
    last = at;
    if (left > 0) wait();
    else onReached(at - begun);
  };
  const wait = () => {
    timer = setTimeout(look, Math.min(every, Math.ceil(left)));
    timer.unref();
  };
  wait();
  return () => clearTimeout(timer);
}
