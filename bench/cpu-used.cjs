// Preloaded into a process (`node --require`): the processor time that all its threads used, in milliseconds, and the
// highest memory that it had, in KiB, written to the file named by BENCH_CPU_FILE when it ends.
const fs = require('node:fs');
const process = require('node:process');
const { isMainThread } = require('node:worker_threads');

const file = process.env.BENCH_CPU_FILE;
if (isMainThread && file !== undefined) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    fs.writeFileSync(file, `${(user + system) / 1000} ${process.resourceUsage().maxRSS}`);
  });
}
