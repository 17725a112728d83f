// npm run kills -- [OPERATION] [--count N] [--seed S]: kills the built command line at moments spread over each operation
// that writes, most of them between or within calls that change something, some at any instant; then looks at what is left
// and runs the same again. The same seed gives the same moments, but for those of time.
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
let [kills, bad, leaving] = [0, 0, 0];
try {
  for (const [number, operation] of operations.entries()) {
    const share = Math.floor(count / operations.length) + (number < count % operations.length ? 1 : 0);
    const run = new KillRun(operation, child);
    let own = 0;
    try {
      const { calls, firstChange } = await run.whole();
      for (let one = 0; one < share; one++) {
        const kind = random();
        const from = kind < 0.9 ? firstChange : 0;
        const call = from + Math.floor(random() * (calls - from));
        const when = sides[Math.floor(random() * sides.length)];
        const moment = kind < 0.8 || kind >= 0.9 ? { at: { call }, when } : run.moment(random());
        const outcome = await run.killed(moment);
        if (!outcome.killed) continue;
        own++;
        if (outcome.beside.length > 0) leaving++;
        if (outcome.broken.length + outcome.left.length === 0 && outcome.refused === undefined) continue;
        bad++;
        console.log(JSON.stringify(outcome));
      }
      kills += own;
      console.log(
        `${operation.name}: ${calls} calls, the first that changes something is ${firstChange}, ${own} kills`,
      );
    } finally {
      run.remove();
    }
  }
} finally {
  rmSync(built, { recursive: true, force: true });
}
console.log(
  `${kills} kills; ${leaving} left a temporary file or a lock, which the next run took away; ${bad} broke something`,
);
process.exitCode = bad === 0 ? 0 : 1;
