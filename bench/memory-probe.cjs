// Preloaded into our server (`node --require`): on SIGUSR2 it collects what nobody uses, and writes what is left,
// in MiB, and what is open, to the file named by BENCH_MEMORY_FILE.
const fs = require('node:fs');
const process = require('node:process');
const v8 = require('node:v8');
const vm = require('node:vm');
const { isMainThread } = require('node:worker_threads');

const file = process.env.BENCH_MEMORY_FILE;
if (isMainThread && file !== undefined) {
  // In VS Code no flag can be given.
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    const heap = (heapUsed + external) / 2 ** 20;
    fs.writeFileSync(`${file}.new`, JSON.stringify({ heap, open: process.getActiveResourcesInfo().length }));
    fs.renameSync(`${file}.new`, file);
  });
}
