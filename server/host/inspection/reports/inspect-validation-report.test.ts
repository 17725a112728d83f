import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inspection } from '../../../core/evidence/inspection';
import { neverCancelled } from '../../../core/ports/cancellation';
import { memorySource } from '../evidence-source';
import { inspectValidationReport } from './inspect-validation-report';
import { defaultLimits } from '../limits';
import { mutations } from '../testing/mutations';
import { reportDate, verdictFacts } from './validation-verdict';

const fixture = (name: string): Buffer => readFileSync(join('test', 'fixtures', 'evidence', name));
const inspect = (content: string | Uint8Array): Promise<Partial<Inspection>> =>
  inspectValidationReport(memorySource(Buffer.from(content), { name: 'a.json' }), defaultLimits, neverCancelled);

describe('inspecting validation reports in JSON', () => {
  it('reads the current report of Gazelle', async () => {
    assert.deepEqual((await inspect(fixture('gazelle-rapport.json'))).validation, {
      tool: 'gazelle',
      verdict: 'PASSED',
      passed: true,
      errors: 0,
      warnings: 15,
      date: '2026-11-02T10:41:07',
      subject: 'Validateur de test – http://exemple.test/StructureDefinition/document',
    });
  });

  it('reads the one before', async () => {
    const report = {
      uuid: '1',
      result: 'FAILED',
      validationOverview: {
        validationDateTime: '2026-11-02T10:41:07.137Z',
        validationServiceName: 'Service',
        validatorID: '9.8.7',
      },
    };
    assert.deepEqual((await inspect(JSON.stringify(report))).validation, {
      tool: 'gazelle',
      verdict: 'FAILED',
      passed: false,
      date: '2026-11-02T10:41:07',
      subject: 'Service – 9.8.7',
    });
  });

  it('reads results of Inferno, the verdict being that of the suite', async () => {
    const facts = {
      tool: 'inferno',
      verdict: 'fail',
      passed: false,
      errors: 1,
      date: '2026-11-02T10:41:07',
      subject: 'suite',
    };
    assert.deepEqual((await inspect(fixture('inferno.json'))).validation, facts);
    const results = JSON.parse(fixture('inferno.json').toString()) as unknown[];
    assert.deepEqual((await inspect(JSON.stringify({ results }))).validation, facts);
    assert.deepEqual((await inspect(JSON.stringify(results.slice(0, 1)))).validation, { tool: 'inferno', errors: 0 });
  });

  for (const other of [
    '',
    '{}',
    '[]',
    '[1, null]',
    'null',
    '{"overallResult":"PASSED"}',
    '{"result":"PASSED"}',
    '[{"result":"pass"}]',
    '{"a":',
  ]) {
    it(`sees no report in ${other}`, async () => {
      assert.deepEqual(await inspect(other), {});
    });
  }

  it('guesses no verdict and no date', () => {
    assert.deepEqual(verdictFacts(' ABORTED '), { verdict: 'ABORTED' });
    assert.deepEqual(verdictFacts('skip'), { verdict: 'skip' });
    assert.deepEqual(verdictFacts(''), {});
    assert.equal(reportDate('02/11/2026'), undefined);
    assert.equal(reportDate('2026-13-02'), undefined);
    assert.equal(reportDate('2026, 11 02', '10:41:07'), '2026-11-02T10:41:07');
    assert.equal(reportDate('2026, 11 02', '10:41:07 PM'), '2026-11-02');
  });

  it('gives a result for any damaged or deep content', async () => {
    for (const bytes of mutations(fixture('gazelle-rapport.json'), 300)) await inspect(bytes);
    assert.deepEqual(await inspect('['.repeat(1_000_000)), {});
    assert.deepEqual(await inspect('['.repeat(200_000) + ']'.repeat(200_000)), {});
  });

  it('takes the failure of a group or of a test that is not optional, and no success but that of the suite', async () => {
    const result = (more: object) => ({ test_session_id: 's', test_run_id: 'r', ...more });
    const verdict = async (...results: object[]) =>
      (await inspect(JSON.stringify(results.map(result)))).validation?.passed;
    assert.equal(await verdict({ test_group_id: 'g', result: 'fail' }), false);
    assert.equal(await verdict({ test_group_id: 'g', result: 'pass' }, { test_id: 't', result: 'error' }), false);
    assert.equal(await verdict({ test_id: 't', result: 'fail', optional: true }), undefined);
    assert.equal(await verdict({ test_group_id: 'g', result: 'pass' }), undefined);
    assert.equal(await verdict({ test_suite_id: 'u', result: 'pass' }, { test_id: 't', result: 'fail' }), true);
  });

  it('reads the status of an EVSClient validation', async () => {
    assert.equal((await inspect('{"validation":{"status":"DONE_FAILED"}}')).validation?.passed, false);
    assert.equal((await inspect('{"status":"DONE_PASSED"}')).validation?.passed, true);
    assert.equal((await inspect('{"status":"DONE"}')).validation, undefined);
  });

  it('counts the tests of Newman, Playwright, Mocha and Cucumber', async () => {
    const steps = (...statuses: string[]) => ({
      type: 'scenario',
      steps: statuses.map((status) => ({ result: { status } })),
    });
    for (const [content, verdict] of [
      [
        { run: { stats: { assertions: { total: 4, failed: 1 }, requests: { total: 2, failed: 0 } }, failures: [{}] } },
        '5/6',
      ],
      [{ run: { stats: { requests: { total: 2, failed: 2 } }, failures: [{}, {}] } }, '0/2'],
      [{ suites: [], stats: { expected: 3, unexpected: 1, flaky: 1 } }, '4/5'],
      [{ stats: { passes: 3, failures: 0 } }, '3/3'],
      [[{ keyword: 'Feature', elements: [steps('passed', 'failed', 'skipped'), steps('passed')] }], '1/2'],
    ] as const) {
      const { validation } = await inspect(JSON.stringify(content));
      const [passed, run] = verdict.split('/');
      assert.deepEqual([validation?.verdict, validation?.passed], [verdict, passed === run], JSON.stringify(content));
    }
    assert.equal((await inspect('{"stats":{"passes":0,"failures":0}}')).validation, undefined);
  });

  it('takes only an OperationOutcome that tells places for the report of a validator', async () => {
    const outcome = (issue: object) => inspect(JSON.stringify({ resourceType: 'OperationOutcome', issue: [issue] }));
    assert.equal((await outcome({ severity: 'error', expression: ['Patient.name'] })).validation?.passed, false);
    assert.equal((await outcome({ severity: 'error', diagnostics: 'refused' })).validation, undefined);
  });
});
