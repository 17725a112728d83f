// Preloaded into our server (`node --expose-gc --require`): on SIGUSR2 it collects what nobody uses, and writes what is left,
// in MiB, and what is open, to the file named by BENCH_MEMORY_FILE.
const fs = require('node:fs');
const process = require('node:process');
const { isMainThread } = require('node:worker_threads');

const file = process.env.BENCH_MEMORY_FILE;
if (isMainThread && file !== undefined) {
  process.on('SIGUSR2', () => {
    globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    const heap = (heapUsed + external) / 2 ** 20;
    fs.writeFileSync(`${file}.new`, JSON.stringify({ heap, open: process.getActiveResourcesInfo().length }));
    fs.renameSync(`${file}.new`, file);
  });
}
