// Runs the tests of `npm run mutate` for Stryker, whose own plugin knows mocha up to 11.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import Mocha from 'mocha';

/** Tests beside the code that is changed, those of what is built on it, and the gate's over our workbooks. */
const tested = ['server/core/engine', 'server/core/report', 'server/core/status', 'server/core/submission'];
const moreTests = ['test/domain/gate-corpus.test.ts'];

/** What the changed code asks: which change is on, which test runs. */
const context = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

class MochaRunner {
  static inject = tokens(commonTokens.logger);
  #mocha;
  /** Whether a test's name is to be told to the changed code, which then counts what the test reaches. */
  #tellsTests = false;

  constructor(logger) {
    this.logger = logger;
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    const files = tested.flatMap((folder) =>
      readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => join(folder, name)),
    );
    // No limit of time: Stryker has its own.
    this.#mocha = new Mocha({ ui: 'bdd', timeout: 0, reporter: class {} });
    this.#mocha.cleanReferencesAfterRun(false);
    for (const file of [...files.sort(), ...moreTests]) this.#mocha.addFile(resolve(file));
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
