// npm run defences [-- TEXT]: takes each defence of docs/security.md away, one at a time, and runs the test that is named
// beside it, which has to fail. In a copy of the repository; no part of `npm test`. TEXT: only rows that hold it.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './bootstrap.mjs';

/**
 * @typedef {object} Defence
 * @property {string} what it holds off
 * @property {string} file in which it is
 * @property {string} from text of it, once in the file
 * @property {string} to what stands there without it
 * @property {string} test that has to notice
 * @property {boolean} [built] the test runs what was built
 */

/** @type {readonly Defence[]} */
const defences = JSON.parse(readFileSync(join(root, 'scripts/defences.json'), 'utf8'));
/** A test that hangs without its defence has noticed. */
const patience = 240_000;
const copy = join(root, 'out/defences');

function copyRepository() {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const file of listed.toString().split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
}

function run(command, args) {
  return spawnSync(command, args, { cwd: copy, timeout: patience, encoding: 'utf8', killSignal: 'SIGKILL' });
}

const build = () => run(process.execPath, ['esbuild.js']);
const passes = (test) => run(process.execPath, [join('node_modules', 'mocha', 'bin', 'mocha.js'), test]).status === 0;

/** @returns what is wrong with a row; undefined when its test fails without the defence, and passes with it */
function judged({ file, from, to, test, built }) {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) return `${file} no longer holds « ${from} » once`;
  if (built && build().status !== 0) return 'the build fails';
  if (!passes(test)) return `${test} fails with the defence`;
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  try {
    if (built && build().status !== 0) return 'the build fails without it';
    return passes(test) ? `${test} does not notice` : undefined;
  } finally {
    writeFileSync(path, text);
  }
}

const [wanted = ''] = process.argv.slice(2);
const rows = defences.filter(({ what, file, test }) => [what, file, test].some((text) => text.includes(wanted)));
copyRepository();
let open = 0;
for (const row of rows) {
  const problem = judged(row);
  if (problem !== undefined) open++;
  console.log(
    `${problem === undefined ? 'holds' : 'OPEN '}  ${row.what}${problem === undefined ? '' : `: ${problem}`}`,
  );
}
rmSync(copy, { recursive: true, force: true });
console.log(`${rows.length - open} of ${rows.length}`);
process.exitCode = open === 0 && rows.length > 0 ? 0 : 1;
