// npm run fuzz -- --minutes N [--seed S] [--target T] [--case I]: sound inputs of every kind, changed at random, the same for
// the same seed. What has to hold of each is in test/kit/fuzz/. With --case one case is run, and its input written to out/fuzz/.
// Each minute is shared by the targets after their weights; a case that takes more than 10 seconds of processor time is
// recorded, and its thread begun anew behind it. What was found is appended to out/fuzz/faults.jsonl, counts to runs.jsonl.
import { build } from 'esbuild';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const given = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = given.indexOf(`--${name}`);
  return at < 0 ? otherwise : given[at + 1];
};
const minutes = Number(option('minutes', '1'));
const seed = Number(option('seed', '20261130'));
const only = option('target');
const onlyCase = option('case');
/** Of processor time, of one case. */
const mostSeconds = 10;

mkdirSync('out/fuzz', { recursive: true });
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  sourcemap: 'inline',
  logLevel: 'warning',
  external: ['vscode', 'mocha', 'fsevents', 'pdfkit', 'pdfjs-dist', 'libxml2-wasm'],
  define: { 'process.env.SEGUR_PREUVES_VERSION': '"0"' },
};
await build({ ...common, entryPoints: ['test/kit/fuzz/fuzz-worker.ts'], outfile: 'out/fuzz/fuzz-worker.js' });
await build({ ...common, entryPoints: ['test/kit/fuzz/all-targets.ts'], outfile: 'out/fuzz/all-targets.cjs' });
const { allTargets } = (await import(new URL('../out/fuzz/all-targets.cjs', import.meta.url).href)).default;
const targets = allTargets.filter(({ name }) => only === undefined || name === only);
if (targets.length === 0) throw new Error(`no target ${only}: ${allTargets.map(({ name }) => name).join(', ')}`);

const processorSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Runs cases of a target in a thread until there was enough time, beginning with one. @returns the first that was not run */
function runThread(target, first, until, counts) {
  return new Promise((resolve) => {
    const progress = new SharedArrayBuffer(4);
    const begun = new Int32Array(progress);
    begun[0] = first;
    const workerData = { target: target.name, seed, first, last: onlyCase === undefined ? 2 ** 30 : first + 1, progress };
    // As small as the stack of a main thread, so that what nests too deep is found.
    const worker = new Worker('./out/fuzz/fuzz-worker.js', { workerData, execArgv: ['--enable-source-maps'], resourceLimits: { stackSizeMb: 1, maxOldGenerationSizeMb: 2048 } });
    let seen = first;
    let since = processorSeconds();
    let isReady = false;
    let next;
    const record = (index, fault) => {
      counts.faults++;
      const line = { target: target.name, seed, case: index, fault: String(fault).slice(0, 1500) };
      appendFileSync('out/fuzz/faults.jsonl', `${JSON.stringify(line)}\n`);
      console.log(`${target.name} --seed ${seed} --case ${index}: ${String(fault).split('\n').slice(0, 6).join('\n  ')}`);
    };
    worker.on('message', ({ index, fault, ready }) => {
      if (ready) {
        isReady = true;
        since = processorSeconds();
      }
      if (fault !== undefined) record(index, fault);
    });
    worker.on('error', (error) => record(begun[0] - 1, error.stack ?? error));
    const timer = setInterval(() => {
      const now = begun[0];
      if (now !== seen || !isReady) {
        seen = now;
        since = processorSeconds();
      } else if (processorSeconds() - since > mostSeconds) {
        record(now - 1, `took more than ${mostSeconds} s`);
        void worker.terminate();
      }
      if (Date.now() > until) void worker.terminate();
    }, 200);
    worker.once('exit', () => {
      clearInterval(timer);
      next = begun[0];
      counts.cases += next - first;
      resolve(next);
    });
  });
}

async function showInput(target, index) {
  const workerData = { target: target.name, seed, first: index, last: index, progress: new SharedArrayBuffer(4), showsInput: true };
  const worker = new Worker('./out/fuzz/fuzz-worker.js', { workerData });
  worker.on('message', ({ input }) => {
    if (input === undefined) return;
    writeFileSync(`out/fuzz/${target.name}-${seed}-${index}`, input);
    console.log(`input: out/fuzz/${target.name}-${seed}-${index}`);
  });
  await new Promise((resolve) => worker.once('exit', resolve));
}

const totals = new Map(targets.map(({ name }) => [name, { cases: 0, faults: 0, at: 0 }]));
if (onlyCase !== undefined) {
  for (const target of targets) {
    const counts = { cases: 0, faults: 0 };
    await showInput(target, Number(onlyCase));
    await runThread(target, Number(onlyCase), Infinity, counts);
    console.log(`${target.name}: ${counts.faults} faults`);
  }
} else {
  const weights = targets.reduce((sum, { weight }) => sum + weight, 0);
  for (const target of targets) {
    const counts = totals.get(target.name);
    const until = Date.now() + (minutes * 60_000 * target.weight) / weights;
    let next = 0;
    while (Date.now() < until && counts.faults < 20) next = await runThread(target, next, until, counts);
    console.log(`${target.name}: ${counts.cases} cases, ${counts.faults} faults`);
  }
  const cases = [...totals.values()].reduce((sum, one) => sum + one.cases, 0);
  const faults = [...totals.values()].reduce((sum, one) => sum + one.faults, 0);
  appendFileSync('out/fuzz/runs.jsonl', `${JSON.stringify({ seed, minutes, cases, faults, targets: Object.fromEntries(totals) })}\n`);
  console.log(`${cases} cases with seed ${seed}, ${faults} faults`);
  process.exitCode = faults === 0 ? 0 : 1;
}
