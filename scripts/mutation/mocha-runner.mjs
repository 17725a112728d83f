// Runs the tests of `npm run mutate` for Stryker, whose own plugin knows mocha up to 11.
import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import Mocha from 'mocha';

/**
 * Tests that run for what is changed, by the beginning of its path: those beside it, of what is built on it, and those that
 * state its rule over whole dossiers. Those of a rule are beside it, and what its fixes write: what else reaches it would only notice by chance.
 */
const builtOnStatus = ['server/core/engine', 'server/core/report', 'server/core/status', 'server/core/submission'];
const builtOnPlan = [
  'server/core/parcours',
  'server/language/parcours',
  'server/core/rules/parcours',
  'server/core/rules/financement',
];
const testsByPath = [
  ['server/core/rules/', (file) => [dirname(file), 'test/domain/fix-goldens.test.ts']],
  ['server/core/attach/', () => ['server/core/attach', 'server/core/collect', 'server/core/intake']],
  [
    'server/core/fixes/',
    () => ['server/core/fixes', 'server/core/attach', 'server/core/rules', 'test/domain/fix-goldens.test.ts'],
  ],
  ['server/core/parcours/', () => [...builtOnPlan, 'test/domain/parcours-plan.test.ts']],
  ['server/', () => [...builtOnStatus, 'test/domain/gate-corpus.test.ts']],
];

/** @returns files of tests for what the run changes, each once */
function testsFor(changed) {
  const asked = changed.flatMap(
    (file) => testsByPath.find(([beginning]) => file.startsWith(beginning))?.[1](file) ?? [],
  );
  const files = asked.flatMap((path) =>
    statSync(path).isFile() ? [path] : readdirSync(path, { recursive: true }).map((name) => join(path, name)),
  );
  return [...new Set(files.filter((name) => name.endsWith('.test.ts')))].sort();
}

/** What the changed code asks: which change is on, which test runs. */
const context = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

class MochaRunner {
  static inject = tokens(commonTokens.logger, commonTokens.options);
  #mocha;
  /** Whether a test's name is to be told to the changed code, which then counts what the test reaches. */
  #tellsTests = false;

  constructor(logger, { mutate }) {
    this.logger = logger;
    this.changed = mutate;
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    // No limit of time: Stryker has its own.
    this.#mocha = new Mocha({ ui: 'bdd', timeout: 0, reporter: class {} });
    this.#mocha.cleanReferencesAfterRun(false);
    for (const file of testsFor(this.changed)) this.#mocha.addFile(resolve(file));
    const tell = (test) => {
      if (this.#tellsTests) context.currentTestId = test?.fullTitle();
    };
    this.#mocha.suite.beforeEach(function () {
      tell(this.currentTest);
    });
    await this.#mocha.loadFilesAsync();
  }

  async dryRun({ coverageAnalysis, disableBail }) {
    this.#tellsTests = coverageAnalysis === 'perTest';
    const tests = await this.#run(disableBail);
    this.#tellsTests = false;
    const coverage = coverageAnalysis === 'off' ? {} : { mutantCoverage: context.mutantCoverage };
    return { status: DryRunStatus.Complete, tests, ...coverage };
  }

  async mutantRun({ activeMutant, testFilter, disableBail, hitLimit }) {
    context.hitLimit = hitLimit;
    context.hitCount = hitLimit === undefined ? undefined : 0;
    context.activeMutant = activeMutant.id;
    const escaped = testFilter?.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    this.#mocha.grep(escaped ? new RegExp(`^(?:${escaped.join('|')})$`) : /^/);
    const tests = await this.#run(disableBail);
    const endless = determineHitLimitReached(context.hitCount, context.hitLimit);
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests });
  }

  dispose() {
    this.#mocha?.dispose();
  }

  /** @returns what each test came to */
  #run(disableBail) {
    const bail = (suite) => {
      suite.bail(!disableBail);
      suite.suites.forEach(bail);
    };
    bail(this.#mocha.suite);
    const tests = [];
    return new Promise((done) => {
      const runner = this.#mocha.run(() => done(tests));
      const add = (test, result) => {
        const id = test.fullTitle();
        tests.push({ id, name: id, timeSpentMs: test.duration ?? 0, fileName: test.file, ...result });
      };
      runner.on('pass', (test) => add(test, { status: TestStatus.Success }));
      runner.on('fail', (failed, error) => {
        // What a suite sums up after its tests means nothing when only some of them ran.
        if (failed.type === 'hook' && failed.title.startsWith('"after all"')) return;
        add(failed.ctx?.currentTest ?? failed, { status: TestStatus.Failed, failureMessage: error.message });
      });
    });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'mocha-12', MochaRunner)];
