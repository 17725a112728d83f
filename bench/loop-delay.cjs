// Preloaded into our server (`node --require`): how long its event loop was held up, written to the file named by
// BENCH_LOOP_FILE when the process ends. SIGUSR2 begins anew.
const fs = require('node:fs');
const process = require('node:process');
const { monitorEventLoopDelay } = require('node:perf_hooks');
const { isMainThread } = require('node:worker_threads');

const file = process.env.BENCH_LOOP_FILE;
if (isMainThread && file !== undefined) {
  const resolution = 1;
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  process.on('SIGUSR2', () => delays.reset());
  process.on('exit', () => {
    delays.disable();
    // A histogram counts the interval itself as delay.
    const milliseconds = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution);
    const [max, p99, median] = [delays.max, delays.percentile(99), delays.percentile(50)].map(milliseconds);
    fs.writeFileSync(file, JSON.stringify({ max, p99, median, count: delays.count }));
  });
}
