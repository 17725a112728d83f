import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { newest, versions } from '../test/host/install.mjs';
import { root } from './bootstrap.mjs';
import { fairLimit } from './fair-limit.mjs';
import { vsix } from './package-vsix.mjs';

/**
 * @typedef {object} Outcome what a stage came to; one that is no mocha suite counts as one test
 * @property {number} passed
 * @property {number} failed
 * @property {number} [skipped]
 * @property {number} [tests] in a mocha suite: how many ran
 * @property {boolean} [usable] though it failed, stages that need it can run
 * @property {string} output what its process printed
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} [needs] stages that must have passed before
 * @property {string[]} [after] stages that must have ended before
 * @property {boolean} [alone] runs with no other stage beside it
 * @property {(signal: AbortSignal) => Promise<Outcome>} run
 * @property {string} [leftOut] why it does not run here
 */

/** Small inputs with what the command must say of them, kept beside the repository. */
const cases = join(root, '../shared/cases');

/** No stage takes a third of this on two cores that do nothing else; a busy machine gives more. */
const stageLimit = 15 * 60_000;

const colourless = { ...process.env, NO_COLOR: '1' };
delete colourless.FORCE_COLOR;

/** Runs Node on a script, without a standard input; resolves when it ended, with the counts it sent, if it sent some. */
function node(args, signal, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...colourless, ...env },
      signal,
    });
    let output = '';
    let counts;
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('message', (message) => (counts = message));
    const endLimit = fairLimit(stageLimit, (elapsed) => {
      output += `\nStopped after ${Math.round(elapsed / 1000)} s.\n`;
      child.kill('SIGTERM');
    });
    child.once('error', (error) => {
      endLimit();
      reject(error);
    });
    child.once('close', (status) => {
      endLimit();
      resolve({ status, counts, output });
    });
  });
}

/** A stage that is one program: passed when it exits with 0. */
const program =
  (...args) =>
  async (signal) => {
    const { status, output } = await node(args, signal);
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, output };
  };

/** A package that breaks a limit is still one to test; the workbench stages cannot run without one. */
async function packaging(signal) {
  const outcome = await program('scripts/check-package.mjs')(signal);
  return { ...outcome, usable: existsSync(vsix.file) };
}

/** A stage of mocha tests, whose process sends its counts. A suite without a test, a crash and an open handle are failures. */
const suite = (args, env, grep) => async (signal) => {
  const { status, counts, output } = await node(args, signal, env);
  if (counts === undefined)
    return { passed: 0, failed: 1, output: `${output}The suite ended before its tests did (exit ${status}).\n` };
  const tests = counts.passed + counts.failed;
  if (tests === 0 && !grep) return { ...counts, failed: 1, output: `${output}No test ran.\n` };
  return { ...counts, tests, failed: counts.failed || (status === 0 ? 0 : 1), output };
};

/**
 * Every stage of `npm test`, in the order of the report.
 * @param {{ grep?: string }} options
 * @returns {Stage[]}
 */
export function stages({ grep }) {
  const bin = (path) => join(root, 'node_modules', path);
  const mochaSuite = (name, folder) => ({
    name,
    needs: ['build'],
    run: suite(
      ['--enable-source-maps', 'scripts/run-mocha.mjs', `out/test/${name}.js`, ...(grep ? [grep] : [])],
      {},
      grep,
    ),
    ...(existsSync(join(root, folder)) ? {} : { leftOut: `there is no folder ${folder}` }),
  });
  const workbench = (version) => ({
    name: `workbench-${version}`,
    needs: ['build', 'package'],
    after: ['unit', 'domain', 'protocol', 'cli'],
    alone: true,
    run: suite(['test/host/run-workbench.mjs', version, vsix.file, vsix.id], grep ? { MOCHA_GREP: grep } : {}, grep),
    ...(process.env.SEGUR_SKIP_WORKBENCH === '1' ? { leftOut: 'SEGUR_SKIP_WORKBENCH=1' } : {}),
  });
  /** A suite that drives a browser. */
  const journey = (name, needs, file) => ({
    name,
    needs,
    after: ['unit', 'domain', 'protocol', 'cli'],
    alone: true,
    run: suite(['scripts/run-mocha.mjs', file, ...(grep ? [grep] : [])], {}, grep),
    ...(process.env.SEGUR_SKIP_WORKBENCH === '1' ? { leftOut: 'SEGUR_SKIP_WORKBENCH=1' } : {}),
  });
  return [
    { name: 'format', run: program(bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.') },
    { name: 'lint', run: program(bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.') },
    { name: 'unused', run: program(bin('knip/bin/knip.js'), '--no-progress') },
    { name: 'types', run: program(bin('typescript/bin/tsc'), '-b') },
    {
      name: 'generated',
      run: program('scripts/generate.mjs', '--check'),
      ...(existsSync(join(root, 'scripts/generate.mjs')) ? {} : { leftOut: 'there is no scripts/generate.mjs' }),
    },
    { name: 'build', after: ['generated'], run: program('esbuild.js', '--tests') },
    mochaSuite('unit', 'server'),
    ...['domain', 'protocol', 'cli'].map((name) => mochaSuite(name, `test/${name}`)),
    {
      name: 'cases',
      needs: ['build'],
      run: suite(['scripts/run-cases.mjs', cases]),
      ...(existsSync(cases)
        ? grep
          ? { leftOut: 'cases have no tests to choose' }
          : {}
        : { leftOut: 'they lie beside the repository only' }),
    },
    { name: 'package', needs: ['build'], run: packaging },
    ...[...new Set([versions[0], newest])].map(workbench),
    journey('webviews', ['build'], 'test/webviews'),
    journey('web', ['build'], 'test/journey/web.test.mjs'),
    journey('journey', ['package'], 'test/journey/main-job.test.mjs'),
    journey('gestures', ['package'], 'test/journey/gestures.test.mjs'),
    journey('journey-table', ['package'], 'test/journey/table.test.mjs'),
    journey('journey-table-beside', ['package'], 'test/journey/table-beside.test.mjs'),
    journey('journey-fiche', ['package'], 'test/journey/fiche.test.mjs'),
    journey('journey-report', ['package'], 'test/journey/report.test.mjs'),
    journey('journey-incoming', ['package'], 'test/journey/incoming.test.mjs'),
    journey('journey-team', ['package'], 'test/journey/team.test.mjs'),
    journey('journey-filing', ['package'], 'test/journey/filing.test.mjs'),
  ];
}
