// node scripts/run-cases.mjs FOLDER: runs each case of the folder (a folder with a `run.sh`, which exits 0 when the command
// behaves rightly) and holds the result against `test/cases-not-yet.txt`, the list of those that still fall short. A case
// that fails without being listed is a failure, and so is a listed one that holds: the list only shrinks.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { root } from './bootstrap.mjs';
import { fairLimit } from './fair-limit.mjs';

const run = promisify(execFile);
/** A case works on a few small files: one that takes longer, on a machine that does nothing else, hangs. */
const limit = 120_000;
const width = 2;

/** @returns {string[]} the names that still fall short: a line each, `#` begins a comment */
export function notYet(text) {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

/**
 * @param {{ name: string, holds: boolean, said: string }[]} results
 * @param {readonly string[]} listed
 * @returns {string[]} what is wrong, a sentence each
 */
export function judge(results, listed) {
  const known = new Set(results.map(({ name }) => name));
  return [
    ...results.flatMap(({ name, holds, said }) => {
      if (holds && listed.includes(name)) return [`${name} holds now: take it off test/cases-not-yet.txt.`];
      return holds || listed.includes(name) ? [] : [`${name}: ${said}`];
    }),
    ...listed.filter((name) => !known.has(name)).map((name) => `${name} is listed, and there is no such case.`),
  ];
}

async function runCase(folder, name) {
  const env = { ...process.env, CLI: `${process.execPath} ${join(root, 'dist/cli.js')}` };
  const hangs = new AbortController();
  const endLimit = fairLimit(limit, () => hangs.abort());
  try {
    await run('bash', [join(folder, name, 'run.sh')], { env, signal: hangs.signal });
    return { name, holds: true, said: '' };
  } catch (error) {
    if (error.code === 'ENOENT') throw error;
    const said = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim().split('\n').at(-1);
    return { name, holds: false, said: said || `stopped (${error.signal ?? error.code})` };
  } finally {
    endLimit();
  }
}

async function runAll(folder) {
  const names = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'run.sh')))
    .sort();
  const results = [];
  const rest = [...names];
  const worker = async () => {
    for (let name; (name = rest.shift()) !== undefined;) results.push(await runCase(folder, name));
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results.sort((one, other) => (one.name < other.name ? -1 : 1));
}

if (process.argv[1] === import.meta.filename) {
  const results = await runAll(resolve(process.argv[2]));
  const faults = judge(results, notYet(readFileSync(join(root, 'test/cases-not-yet.txt'), 'utf8')));
  for (const fault of faults) console.error(fault);
  const short = results.filter(({ holds }) => !holds).length;
  console.error(`${results.length - short} of ${results.length} cases hold.`);
  process.exitCode = faults.length > 0 ? 1 : 0;
  if (process.send) {
    const counts = { passed: results.length - faults.length, failed: faults.length };
    process.send(counts, () => process.disconnect());
  }
}
