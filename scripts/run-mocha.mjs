// node --enable-source-maps scripts/run-mocha.mjs FILE [PATTERN]: runs one bundle of tests and tells its parent the counts.
// A folder stands for every `*.test.mjs` in it.
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Mocha from 'mocha';
import { slowness } from './fair-limit.mjs';

/** The tests themselves are quick to end; a process that stays up longer has left something open. */
const grace = 10_000 * slowness();

/** What hangs is ended; on a busy machine what is slow is not. */
function stretchLimits(suite, factor) {
  const hooks = ['_beforeAll', '_beforeEach', '_afterEach', '_afterAll'].flatMap((kind) => suite[kind]);
  for (const one of [...suite.tests, ...hooks]) one.timeout(one.timeout() * factor);
  for (const inner of suite.suites) stretchLimits(inner, factor);
}

const [file, grep] = process.argv.slice(2);

/** Prints failures only: a suite has hundreds of tests. */
class Quiet extends Mocha.reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => this.epilogue());
  }
}

const mocha = new Mocha({
  ui: 'bdd',
  timeout: 20_000,
  reporter: grep ? 'spec' : Quiet,
  forbidOnly: Boolean(process.env.CI),
  ...(grep ? { grep } : {}),
});
const files = statSync(file).isDirectory()
  ? readdirSync(file)
      .filter((name) => name.endsWith('.test.mjs'))
      .sort()
      .map((name) => join(file, name))
  : [file];
for (const one of files) mocha.addFile(resolve(one));
await mocha.loadFilesAsync();
stretchLimits(mocha.suite, slowness());
const runner = mocha.run(() => {
  const { passes, failures, pending } = runner.stats;
  process.exitCode = failures > 0 ? 1 : 0;
  if (process.send) process.send({ passed: passes, failed: failures, skipped: pending }, () => process.disconnect());
  setTimeout(() => {
    console.error(`The tests left open, ${grace} ms after their end: ${process.getActiveResourcesInfo().join(', ')}`);
    process.exit(3);
  }, grace).unref();
});
