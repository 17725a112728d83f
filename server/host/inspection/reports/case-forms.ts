import { attribute, type CaseForm, type CaseOutcome } from './case-report';
import { reportDate } from './validation-verdict';
import type { XmlElement } from '../xml-observer';

/** The words for outcomes, in lower case. */
type Words = Readonly<Record<string, CaseOutcome>>;

function outcomeIn(words: Words, word: string | undefined): CaseOutcome | undefined {
  return word === undefined ? undefined : Object.hasOwn(words, word.toLowerCase()) ? words[word.toLowerCase()] : 'none';
}

function atRoot(_: XmlElement, path: readonly string[]): boolean {
  return path.length === 1;
}

const nunitWords: Words = {
  passed: 'passed',
  success: 'passed',
  failed: 'failed',
  failure: 'failed',
  error: 'failed',
  skipped: 'skipped',
  ignored: 'skipped',
  notrunnable: 'failed',
};

/** NUnit 3: `test-run` over `test-case` with `result` (docs.nunit.org, Test Result XML Format). */
export const nunit3: CaseForm = {
  tool: 'nunit',
  outcome: (element) =>
    element.name === 'test-case' ? (outcomeIn(nunitWords, attribute(element, 'result')) ?? 'none') : undefined,
  failures: ['failed'],
  totals: atRoot,
  conclusion: (element, path) => (path.length === 1 ? concluded(attribute(element, 'result')) : undefined),
  date: (element, path) => (path.length === 1 ? reportDate(attribute(element, 'start-time')) : undefined),
  name: (element) => (element.name === 'test-suite' ? attribute(element, 'name') : undefined),
  certain: true,
};

/** NUnit 2: `test-results` over `test-case` with `executed` and `result`. */
export const nunit2: CaseForm = {
  tool: 'nunit',
  outcome: (element) => {
    if (element.name !== 'test-case' || attribute(element, 'executed') === undefined) return undefined;
    return attribute(element, 'executed')?.toLowerCase() === 'false'
      ? 'skipped'
      : (outcomeIn(nunitWords, attribute(element, 'result')) ?? byWord(attribute(element, 'success')));
  },
  failures: ['failures', 'errors'],
  totals: atRoot,
  date: (element, path) =>
    path.length === 1 ? reportDate(attribute(element, 'date'), attribute(element, 'time')) : undefined,
  name: (element, path) => (path.length === 1 ? attribute(element, 'name') : undefined),
  certain: false,
};

function byWord(success: string | undefined): CaseOutcome {
  return success === 'True' || success === 'true' ? 'passed' : success === undefined ? 'none' : 'failed';
}

function concluded(word: string | undefined): boolean | undefined {
  if (word === undefined) return undefined;
  return /^passed/i.test(word) ? true : /^failed/i.test(word) ? false : undefined;
}

/** xUnit.net: `assemblies` or `assembly` over `collection` or `class` of `test` with `result` (xunit.net, XML format v2). */
export const xunitNet: CaseForm = {
  tool: 'xunit',
  outcome: (element, path) =>
    element.name === 'test' && /^(?:collection|class)$/.test(path.at(-2) ?? '')
      ? (outcomeIn({ pass: 'passed', fail: 'failed', skip: 'skipped' }, attribute(element, 'result')) ?? 'none')
      : undefined,
  // Of several assemblies only the cases are counted.
  failures: ['failed', 'errors'],
  totals: ({ name }, path) => name === 'assembly' && path.length === 1,
  date: (element) =>
    element.name === 'assembly'
      ? reportDate(attribute(element, 'run-date'), attribute(element, 'run-time'))
      : undefined,
  name: (element) => (element.name === 'assembly' ? attribute(element, 'name')?.replace(/^.*[\\/]/, '') : undefined),
  certain: false,
};

const trxWords: Words = {
  passed: 'passed',
  passedbutrunaborted: 'passed',
  warning: 'passed',
  failed: 'failed',
  error: 'failed',
  timeout: 'failed',
  aborted: 'failed',
  notexecuted: 'skipped',
  notrunnable: 'skipped',
  disconnected: 'skipped',
  pending: 'skipped',
};

/** Namespace of the reports of Visual Studio and `dotnet test` (TRX). */
export const trxNamespace = /^http:\/\/microsoft\.com\/schemas\/VisualStudio\/TeamTest\/20\d\d$/;

/** TRX: `TestRun/Results/UnitTestResult` with `outcome`, `ResultSummary/Counters`. */
export const trx: CaseForm = {
  tool: 'trx',
  outcome: (element, path) =>
    path.length === 3 && path[1] === 'Results' && element.name.endsWith('Result')
      ? (outcomeIn(trxWords, attribute(element, 'outcome')) ?? 'none')
      : undefined,
  failures: ['failed', 'error', 'timeout', 'aborted'],
  totals: ({ name }, path) => name === 'Counters' && path[1] === 'ResultSummary',
  conclusion: (element) =>
    element.name === 'ResultSummary'
      ? concluded(attribute(element, 'outcome')?.replace(/^Error$/, 'failed'))
      : undefined,
  date: (element) =>
    element.name === 'Times' ? reportDate(attribute(element, 'start') ?? attribute(element, 'creation')) : undefined,
  name: (element, path) => (path.length === 1 ? attribute(element, 'name') : undefined),
  certain: true,
};

/**
 * Robot Framework: `robot/suite/…/test/status`. The totals stand by tag and suite too: only the cases are counted. A test that
 * is said not to be critical (`critical`, before version 4) may fail.
 */
export const robot: CaseForm = {
  tool: 'robot',
  outcome: (element, path) => {
    if (element.name !== 'status' || path.at(-2) !== 'test') return undefined;
    const outcome = outcomeIn(
      { pass: 'passed', fail: 'failed', skip: 'skipped', 'not run': 'skipped', not_run: 'skipped' },
      attribute(element, 'status'),
    );
    return outcome === 'failed' && attribute(element, 'critical') === 'no' ? 'none' : (outcome ?? 'none');
  },
  failures: [],
  totals: () => false,
  date: (element, path) => (path.length === 1 ? robotDate(attribute(element, 'generated')) : undefined),
  name: (element, path) => (path.length === 2 && element.name === 'suite' ? attribute(element, 'name') : undefined),
  certain: false,
};

/** `20261102 10:41:07.000` before version 7, ISO 8601 after. */
function robotDate(written: string | undefined): string | undefined {
  return reportDate(written?.replace(/^(\d{4})(\d{2})(\d{2}) /, '$1-$2-$3 '));
}

/** TestNG: `testng-results` over `test-method` with `status`; configuration methods are none of the tests. */
export const testng: CaseForm = {
  tool: 'testng',
  outcome: (element) =>
    element.name === 'test-method' && attribute(element, 'is-config') !== 'true'
      ? (outcomeIn({ pass: 'passed', fail: 'failed', skip: 'skipped' }, attribute(element, 'status')) ?? 'none')
      : undefined,
  failures: ['failed'],
  totals: atRoot,
  date: (element) => (element.name === 'suite' ? reportDate(attribute(element, 'started-at')) : undefined),
  name: (element) => (element.name === 'suite' ? attribute(element, 'name') : undefined),
  certain: true,
};
