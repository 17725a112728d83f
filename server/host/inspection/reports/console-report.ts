import type { ValidationReportFacts } from '../../../core/evidence/inspection';
import { testReport } from './test-counts';

/** How many tests a summary tells. */
interface Summary {
  readonly failed: number;
  readonly passed: number;
  readonly skipped: number;
}

type Reading = (text: string) => Summary | undefined;

/** The last match: of several runs in one journal, the last one counts. */
function lastOf(text: string, form: RegExp): RegExpExecArray | undefined {
  return [...text.matchAll(form)].at(-1);
}

function number(text: string | undefined): number {
  return text === undefined ? 0 : Number(text);
}

/** The count before a word: `2 failed, 3 passed`. */
function before(line: string, word: string): number {
  return number(new RegExp(`(\\d{1,7}) ${word}`).exec(line)?.[1]);
}

/**
 * Maven Surefire and Failsafe: the line of the whole, or those of each class where there is no other (a report in text). A
 * journal of several builds is read from the end of the last but one; modules of one build are summed.
 */
const maven: Reading = (text) => {
  const ends = [...text.matchAll(/^(?:\[INFO\] )?BUILD (?:SUCCESS|FAILURE)$/gm)];
  const last = text.slice(ends.length > 1 ? ends.at(-2)?.index : 0);
  const form =
    /^(?:\[(?:INFO|WARNING|ERROR)\] )?Tests run: (\d{1,7}), Failures: (\d{1,7}), Errors: (\d{1,7}), Skipped: (\d{1,7})(,? Time elapsed: .*|, Flakes: \d{1,7})?$/gm;
  const found = [...last.matchAll(form)];
  const whole = found.filter((match) => !/Time elapsed/.test(match[5] ?? ''));
  const lines = whole.length > 0 ? whole : found;
  if (lines.length === 0) return undefined;
  const [run, failures, errors, skipped] = [1, 2, 3, 4].map((group) =>
    lines.reduce((sum, match) => sum + number(match[group]), 0),
  ) as [number, number, number, number];
  const failed = failures + errors;
  return { failed, passed: Math.max(run - failed - skipped, 0), skipped };
};

/** `==== 1 failed, 4 passed, 1 skipped in 2.31s ====`, the last line that pytest prints. */
const pytest: Reading = (text) => {
  const line = lastOf(
    text,
    /^=+ ((?:\d{1,7} (?:failed|passed|skipped|deselected|xfailed|xpassed|warnings?|errors?|rerun)(?:, )?)+) in \d+\.\d+s(?: \([\d:]+\))? =+$/gm,
  )?.[1];
  if (line === undefined) return undefined;
  const failed = before(line, 'failed') + before(line, 'errors?');
  const passed = before(line, 'passed') + before(line, 'xpassed') + before(line, 'xfailed');
  return { failed, passed, skipped: before(line, 'skipped') + before(line, 'deselected') };
};

/** The two lines that Jest ends with: a count for each of its few states, far from 300 characters. */
const jest: Reading = (text) => {
  const match = lastOf(text, /^Test Suites: {1,20}(.{0,300}\d total)\r?\nTests: {1,20}(.{0,300}\d total)$/gm);
  if (!match) return undefined;
  const [, suites = '', tests = ''] = match;
  const failed = Math.max(before(tests, 'failed'), before(suites, 'failed'));
  return { failed, passed: before(tests, 'passed'), skipped: before(tests, 'skipped') + before(tests, 'todo') };
};

/** `dotnet test`: `Failed!  - Failed:     1, Passed:     3, Skipped:     0, Total:     4`, a line for each assembly. */
const dotnet: Reading = (text) => {
  const found = [
    ...text.matchAll(
      /^(?:Passed|Failed|Réussi|Échoué) ?! +[-–] +(?:Failed|échec) ?: +(\d{1,7}), (?:Passed|réussite) ?: +(\d{1,7}), (?:Skipped|ignorée?s?) ?: +(\d{1,7}), Total ?: +\d{1,7}\b/gim,
    ),
  ];
  if (found.length === 0) return undefined;
  const [failed, passed, skipped] = [1, 2, 3].map((group) =>
    found.reduce((sum, match) => sum + number(match[group]), 0),
  ) as [number, number, number];
  return { failed, passed, skipped };
};

/** `Ran 3 tests in 0.001s` and, after an empty line, `OK` or `FAILED (failures=1)`: unittest of Python. */
const unittest: Reading = (text) => {
  const match = lastOf(text, /^Ran (\d{1,7}) tests? in \d+\.\d+s\r?\n\r?\n(OK|FAILED)(?: \(([^)\r\n]*)\))?$/gm);
  if (!match) return undefined;
  const [, run, , details = ''] = match;
  const of = (word: string) => number(new RegExp(`\\b${word}=(\\d{1,7})`).exec(details)?.[1]);
  const [failed, skipped] = [of('failures') + of('errors'), of('skipped')];
  return { failed, passed: Math.max(number(run) - failed - skipped, 0), skipped };
};

const readings: readonly Reading[] = [maven, pytest, jest, dotnet, unittest];

/**
 * What a test runner printed at its end: only lines that nothing else prints (Maven Surefire and Failsafe, pytest, Jest,
 * `dotnet test`, unittest of Python), with the colours and time stamps of a build server or without.
 */
export function consoleReport(text: string): ValidationReportFacts | undefined {
  if (!/Tests run: |passed|failed|(?:skipped|errors?) in |^Tests: |^Ran \d|réussite/im.test(text)) return undefined;
  const plain = text
    // eslint-disable-next-line no-control-regex -- the sequences that colour a terminal begin with it
    .replace(/\x1b\[[\d;]*m/g, '')
    .replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z /gm, '')
    .replace(/\r\n/g, '\n');
  for (const read of readings) {
    const summary = read(plain);
    if (!summary) continue;
    const { failed, passed, skipped } = summary;
    return testReport('console', { failed, run: failed + passed, skipped });
  }
  return undefined;
}
