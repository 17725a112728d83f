// npm run coverage [-- SUITE…]: branches of core and language that the tests take – those beside the sources (unit), of whole
// dossiers (domain), of the server (protocol) and of the command line (cli); all four take a quarter of an hour. Fails below what
// is reached with all. `out/branches.txt` lists every branch that no test takes.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './bootstrap.mjs';
import { countedSource, isCounted } from './branches/counted-sources.mjs';

const allSuites = ['unit', 'domain', 'protocol', 'cli'];
/** Share of the branches, in hundredths, that all suites take together: raise it with what is reached. */
const reached = { 'server/core': 95, 'server/core/engine': 95, 'server/language': 95 };

const asked = process.argv.slice(2);
const suites = asked.length > 0 ? asked : allSuites;
const folder = join(root, 'out/counted/counts');
const shown = (path) => relative(root, path).replaceAll('\\', '/');

/** Counts of every source while nothing is run. */
function noCounts() {
  const found = new Map();
  for (const part of ['server/core', 'server/language'])
    for (const name of readdirSync(join(root, part), { recursive: true })) {
      const path = join(root, part, name);
      if (!isCounted(path.replaceAll('\\', '/'))) continue;
      const text = readFileSync(path, 'utf8');
      found.set(shown(path), { ...countedSource(path, text).counts, lines: text.split('\n') });
    }
  return found;
}

/** @param counts by path, then by branch: how often each of its ways was taken */
function add(into, counts) {
  for (const [path, branches] of Object.entries(counts)) {
    const own = into.get(shown(path))?.b;
    if (!own) continue;
    for (const [id, ways] of Object.entries(branches)) ways.forEach((count, way) => (own[id][way] += count));
  }
}

/** Each way that a branch of a source can go: whether a test took it, and a line that tells where it is. */
function* waysOf(path, { branchMap, b, lines }) {
  for (const [id, { type, loc, locations }] of Object.entries(branchMap))
    for (const [way, at] of locations.entries()) {
      // The way on, where an `if` has no `else`, has no place of its own.
      const { start } = at.start?.line === undefined ? loc : at;
      const text = lines[start.line - 1].slice(start.column, start.column + 100);
      yield { isTaken: b[id][way] > 0, line: `${path}:${start.line}:${start.column + 1} ${type} ${way} ${text}` };
    }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const build = (...args) => execFileSync(process.execPath, ['esbuild.js', ...args], { cwd: root, stdio: 'inherit' });
build('--counted');
try {
  // Each process and each thread that the tests start counts, too.
  const hook = `--require=${JSON.stringify(join(root, 'scripts/branches/keep-counts.cjs'))}`;
  const env = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${hook}`, SEGUR_COUNTS: folder };
  for (const suite of suites) {
    const run = ['--enable-source-maps', 'scripts/run-mocha.mjs', `out/counted/${suite}.js`];
    const { status } = spawnSync(process.execPath, run, { cwd: root, stdio: 'inherit', env });
    if (status !== 0) console.error(`${suite}: not all of its tests passed`);
  }
} finally {
  build();
}

const sources = noCounts();
for (const name of readdirSync(folder)) add(sources, JSON.parse(readFileSync(join(folder, name), 'utf8')));
const ways = [...sources].flatMap(([path, source]) => [...waysOf(path, source)]);
writeFileSync(
  join(root, 'out/branches.txt'),
  ways.flatMap(({ isTaken, line }) => (isTaken ? [] : [`${line}\n`])).join(''),
);
for (const [part, least] of Object.entries(reached)) {
  const own = ways.filter(({ line }) => line.startsWith(`${part}/`));
  const share = (100 * own.filter(({ isTaken }) => isTaken).length) / own.length;
  console.log(`${part}: ${share.toFixed(2)} % of ${own.length} branches`);
  if (suites.length === allSuites.length && share < least) process.exitCode = 1;
}
