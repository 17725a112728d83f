// Preloaded into the peer (`node --require`) for the figure "without its delay": a timer of exactly 200 ms, the fixed delay
// between a change and its validation, fires at once. Nothing else of the peer is touched.
const original = globalThis.setTimeout;
const PEER_DELAY_MS = 200;

function withoutDelay(callback, delay, ...rest) {
  return original(callback, delay === PEER_DELAY_MS ? 0 : delay, ...rest);
}

globalThis.setTimeout = Object.assign(withoutDelay, original);
