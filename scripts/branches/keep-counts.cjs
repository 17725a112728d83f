// Required by each process whose sources of core and language count: writes the branches that it took when it ends.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const process = require('node:process');
const { threadId } = require('node:worker_threads');

function taken() {
  const found = {};
  for (const [path, { b }] of Object.entries(globalThis.__coverage__ ?? {})) {
    const some = Object.entries(b).filter(([, counts]) => counts.some((count) => count > 0));
    if (some.length > 0) found[path] = Object.fromEntries(some);
  }
  return found;
}

process.on('exit', () => {
  const folder = process.env.SEGUR_COUNTS;
  if (!folder || !globalThis.__coverage__) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${process.pid}-${threadId}-${Date.now()}.json`), JSON.stringify(taken()));
});
