// npm run kills -- [OPERATION] [--count N] [--seed S] [--seconds N]: kills the built command line at moments spread over each operation
// that writes, most of them between or within calls that change something, some at any instant; then looks at what is left
// and runs the same again. The same seed gives the same moments, but for those of time. SIGTERM ends it with its figures.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { random as randomFrom } from '../bench/lib/random.mjs';
import { KillRun } from '../test/kit/kill-run.ts';
import { writingOperations } from '../test/kit/writing-operations.ts';

const given = process.argv.slice(2);
const option = (name, usual) => {
  const at = given.indexOf(name);
  return at < 0 ? usual : Number(given.splice(at, 2)[1]);
};
const count = option('--count', 100);
const seed = option('--seed', 1);
const seconds = option('--seconds', Infinity);
const [wanted] = given;
if (!existsSync('dist/cli.js')) throw new Error('dist/cli.js is built first: npm run build');

const sides = ['before', 'half', 'after'];
const random = randomFrom(seed);
const operations = writingOperations.filter(({ name }) => wanted === undefined || name === wanted);
const built = mkdtempSync(join(tmpdir(), 'segur-kills-child-'));
const child = join(built, 'kill-child.cjs');
buildSync({
  entryPoints: ['test/kit/kill-child.ts'],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile: child,
  logLevel: 'error',
  external: ['pdfjs-dist', 'libxml2-wasm'],
});
const until = performance.now() + seconds * 1000;
let [bad, leaving] = [0, 0];
// Stopped on the way, it ends the kill in hand and says how far it came.
let stopped = false;
process.once('SIGTERM', () => (stopped = true));
const runs = operations.map((operation) => ({ run: new KillRun(operation, child), kills: 0 }));
try {
  for (const one of runs) Object.assign(one, await one.run.whole());
  for (let at = 0; at < count && performance.now() < until && !stopped; at++) {
    const one = runs[at % runs.length];
    const { run, calls, firstChange } = one;
    const kind = random();
    const from = kind < 0.9 ? firstChange : 0;
    const call = from + Math.floor(random() * (calls - from));
    const when = sides[Math.floor(random() * sides.length)];
    const moment = kind < 0.8 || kind >= 0.9 ? { at: { call }, when } : run.moment(random());
    const outcome = await run.killed(moment);
    if (!outcome.killed) continue;
    one.kills++;
    if (outcome.beside.length > 0) leaving++;
    if (outcome.broken.length + outcome.left.length === 0 && outcome.refused === undefined) continue;
    bad++;
    console.log(JSON.stringify(outcome));
  }
} finally {
  for (const { run } of runs) run.remove();
  rmSync(built, { recursive: true, force: true });
}
for (const { run, calls, firstChange, kills } of runs)
  console.log(
    `${run.operation.name}: ${calls} calls, the first that changes something is ${firstChange}, ${kills} kills`,
  );
const kills = runs.reduce((sum, one) => sum + one.kills, 0);
console.log(`${kills} kills, of which ${leaving} left something beside until the next run; ${bad} broke something`);
process.exitCode = bad === 0 ? 0 : 1;
