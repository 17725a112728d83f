import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { TestResult } from '../../core/collect/test-result';
import { neverCancelled } from '../../core/ports/cancellation';
import { jsonResults } from './json-results';
import { attachmentsNamed, junitResults } from './junit-results';

const junit = async (xml: string): Promise<string[]> =>
  (await junitResults('/r/junit.xml', Buffer.from(xml), neverCancelled)).map(told);
const json = (content: unknown): string[] => (jsonResults('/r/report.json', content) ?? []).map(told);
const told = ({ title, outcome }: TestResult): string => `${title.at(-1) ?? ''}: ${outcome}`;
const body = Buffer.from('image').toString('base64');

describe('what a report says of its tests', () => {
  it('JUnit: a failure by whatever element or attribute is none that passed', async () => {
    assert.deepEqual(
      await junit(`<testsuites><testsuite name="s">
        <testcase name="plain"/>
        <testcase name="failure"><failure/></testcase>
        <testcase name="error"><error/></testcase>
        <testcase name="skipped"><skipped/></testcase>
        <testcase name="flaky"><flakyFailure/></testcase>
        <testcase name="again"><failure/><rerunFailure/></testcase>
        <testcase name="not run" status="notrun" result="suppressed"/>
        <testcase name="run" status="run" result="completed"/>
        <testcase name="status" status="FAILED"/>
        <testcase name="timeout" status="timed out"/>
        <testcase name="both"><skipped/><error/></testcase>
      </testsuite></testsuites>`),
      [
        ...['plain: passed', 'failure: failed', 'error: failed', 'skipped: skipped', 'flaky: passed', 'again: failed'],
        ...['not run: skipped', 'run: passed', 'status: failed', 'timeout: failed', 'both: failed'],
      ],
    );
  });

  it('JUnit: a suite that failed as a whole, or counts failures it does not show, proves nothing', async () => {
    assert.deepEqual(
      await junit(`<testsuites failures="1">
        <testsuite name="teardown"><testcase name="a"/><error message="after all"/></testsuite>
        <testsuite name="counted" failures="1"><testcase name="b"/></testsuite>
        <testsuite name="shown" failures="1"><testcase name="c"/><testcase name="d"><failure/></testcase></testsuite>
        <testsuite name="good" failures="0" errors="0"><testcase name="e"/></testsuite></testsuites>`),
      ['a: unknown', 'b: unknown', 'c: passed', 'd: failed', 'e: passed'],
    );
  });

  it('JUnit, JSON: a file of a report that another machine made has its own name', async () => {
    const path = 'C:\\runs\\INS\\capture.png';
    const [ofJUnit] = await junitResults(
      '/r/junit.xml',
      Buffer.from(
        `<testsuite><testcase name="a"><system-out>[[ATTACHMENT|${path}]]</system-out></testcase></testsuite>`,
      ),
      neverCancelled,
    );
    const tests = [{ results: [{ status: 'passed', attachments: [{ name: '', path }] }] }];
    const [ofJson] = jsonResults('/r/report.json', { config: {}, suites: [{ specs: [{ title: 'a', tests }] }] }) ?? [];
    for (const result of [ofJUnit, ofJson])
      assert.deepEqual(
        result?.attachments.map(({ name, fileName }) => [name, fileName]),
        [['capture.png', 'capture.png']],
      );
  });

  it('JUnit: attachments are those whose mark ends on its line; one without an end is looked at as far as the next', () => {
    const mark = '[[ATTACHMENT|';
    assert.deepEqual(attachmentsNamed(`x ${mark} a.png ]] ${mark}b]c]] ${mark}\nd.png]] ${mark}e ${mark}f.png]]`), [
      'a.png',
      'f.png',
    ]);
    const exec = mock.method(RegExp.prototype, 'exec');
    attachmentsNamed(mark.repeat(500));
    const looked = exec.mock.calls.reduce((sum, { arguments: [text] }) => sum + text.length, 0);
    exec.mock.restore();
    assert.ok(looked < 500 * mark.length, String(looked));
  });

  it('Playwright: the last try counts, what was expected to fail or did so unseen does not', () => {
    const test = (title: string, statuses: readonly string[], more: object = {}) => ({
      title,
      tests: [{ ...more, results: statuses.map((status) => ({ status, attachments: [{ name: 'a', body }] })) }],
    });
    const specs = [
      test('passed', ['passed'], { expectedStatus: 'passed', status: 'expected' }),
      test('flaky', ['failed', 'passed'], { expectedStatus: 'passed', status: 'flaky' }),
      test('worse', ['passed', 'failed'], { expectedStatus: 'passed' }),
      test('expected to fail', ['failed'], { expectedStatus: 'failed', status: 'expected' }),
      test('should have failed', ['passed'], { expectedStatus: 'failed', status: 'unexpected' }),
      test('unexpected', ['passed'], { expectedStatus: 'passed', status: 'unexpected' }),
      test('never', [], {}),
      test('odd', ['bizarre'], {}),
    ];
    assert.deepEqual(json({ config: {}, suites: [{ title: 'f', suites: [{ title: 'group', specs }] }] }), [
      ...['passed: passed', 'flaky: passed', 'worse: failed', 'expected to fail: failed'],
      ...['should have failed: failed', 'unexpected: failed', 'never: skipped', 'odd: unknown'],
    ]);
  });

  it('Cucumber of js and jvm: hooks of a step fail its scenario', () => {
    const step = (status: string, more: object = {}) => ({ result: { status }, ...more });
    const scenario = (name: string, steps: readonly object[], more: object = {}) => ({
      type: 'scenario',
      name,
      steps,
      ...more,
    });
    const elements = [
      { type: 'background', steps: [step('passed')] },
      scenario('js', [step('passed', { embeddings: [{ mime_type: 'image/png', data: body }] })]),
      scenario('jvm', [step('PASSED')], { before: [step('PASSED')], after: [step('FAILED')] }),
      scenario('hook of a step', [step('passed', { after: [step('failed')] })]),
      scenario('undefined', [step('passed'), step('undefined')]),
      scenario('skipped', [step('skipped')]),
      scenario('empty', []),
    ];
    assert.deepEqual(json([{ keyword: 'Feature', name: 'f', elements }]), [
      ...['js: passed', 'jvm: failed', 'hook of a step: failed', 'undefined: failed', 'skipped: skipped'],
      'empty: unknown',
    ]);
  });

  it('mochawesome, Cypress and Mocha: an error is no success, whatever the state', () => {
    const stats = { start: '2026-11-02T10:00:00.000Z' };
    const tests = [
      { title: 'a', pass: true, state: 'passed', err: {}, context: '"shots/a.png"' },
      { title: 'b', pass: true, state: 'passed', err: { message: 'non' } },
      { title: 'c', fail: true },
      { title: 'd', pending: true },
      { title: 'e' },
    ];
    assert.deepEqual(json({ stats, results: [{ title: '', suites: [{ title: 's', tests }] }] }), [
      ...['a: passed', 'b: failed', 'c: failed', 'd: skipped', 'e: unknown'],
    ]);
    const mocha = [
      { fullTitle: 's a', err: {} },
      { fullTitle: 's b', err: { message: 'non' } },
    ];
    assert.deepEqual(json({ stats, tests: mocha, failures: [], pending: [] }), ['s a: passed', 's b: failed']);
  });
});
