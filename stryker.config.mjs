// `npm run mutate`: changes the functions that say what is owed and what may be filed, one place at a time, and runs the
// tests that reach it. What no test notices is judged in docs/tests.md. It takes minutes: no part of `npm test`.

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [
    'server/core/submission/{gate,plan,scope}.ts',
    'server/core/submission/gate/*.ts',
    'server/core/status/{expectation,compliance}.ts',
  ],
  plugins: ['./scripts/mutation/mocha-runner.mjs'],
  testRunner: 'mocha-12',
  // Sources run as `npm run test:one` runs them.
  testRunnerNodeArgs: ['--import=tsx'],
  // Each change is tried with the tests that run through it. One in a value made while a module loads is reached by all of
  // them, and would have every worker start anew: messages and tables are what there is of these.
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 1,
  // A machine that does other work too is slow: only what does not end is ended, and its report says so apart.
  timeoutMS: 120_000,
  timeoutFactor: 10,
  // The copy it works on needs the sources and what the tests read; the real workbooks beside the repository stay out.
  ignorePatterns: [
    '**',
    '!server/**',
    '!protocol/**',
    '!words/**',
    '!test/**',
    '!catalogues/**',
    '!examples/**',
    '!scripts/mutation/**',
    '!package.json',
    '!tsconfig*.json',
  ],
  tempDirName: 'out/mutation',
  reporters: ['clear-text', 'html'],
  htmlReporter: { fileName: 'out/mutation.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  disableTypeChecks: false,
};
