import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { ValidationReportFacts } from '../../../evidence/inspection';
import { rule } from './rule';

const says = (validation: ValidationReportFacts) => ({ 'a.xml': file({ text: true, inspection: { validation } }) });

describe(rule.meta.id, () => {
  it('reports a failure, with its errors when they are counted', async () => {
    const [plain] = await fires(rule, {
      main: cites('⟦a.xml⟧'),
      evidence: says({ tool: 'inferno', verdict: 'fail', passed: false }),
    });
    assert.deepEqual([plain?.message, plain?.severity, plain?.effect], ['failed', 'error', 'incomplete']);
    const [counted] = await fires(rule, {
      main: cites('⟦a.xml⟧'),
      evidence: says({ tool: 'gazelle', verdict: 'FAILED', passed: false, errors: 3 }),
    });
    assert.deepEqual([counted?.message, counted?.args['errors']], ['failedErrors', 3]);
  });

  it('reports errors that are counted, whatever the verdict says', async () => {
    for (const [facts, message, severity] of [
      [{ tool: 'gazelle', verdict: 'UNDEFINED', errors: 2 }, 'failedErrors', 'error'],
      // Without a word for it, none is put into the sentence.
      [{ tool: 'gazelle', errors: 2 }, 'counted', 'error'],
      [{ tool: 'junit', errors: 2 }, 'failedRun', 'warning'],
      [{ tool: 'gazelle', verdict: 'PASSED', passed: true, errors: 2 }, 'contradicted', 'warning'],
      [{ tool: 'junit', verdict: '4/5', passed: false, errors: 1 }, 'failedTests', 'warning'],
    ] as const) {
      const [found] = await fires(rule, { main: cites('⟦a.xml⟧'), evidence: says(facts) });
      assert.deepEqual([found?.message, found?.severity], [message, severity]);
    }
  });

  it('reports tests that were not run, parts that failed, sentences and contradictions, by how sure it is', async () => {
    for (const [facts, message, severity, effect] of [
      [{ tool: 'junit', errors: 0, noneRun: { skipped: 2 } }, 'skipped', 'warning', 'review'],
      [{ tool: 'junit', errors: 0, noneRun: { skipped: 0 } }, 'empty', 'info', undefined],
      [{ tool: 'junit', passed: false, errors: 1, where: 'a/r.xml' }, 'failedPartAlone', 'warning', 'review'],
      [{ tool: 'gazelle', passed: false, verdict: 'FAILED', where: 'r.xml' }, 'failedPart', 'warning', 'review'],
      [{ tool: 'statement', verdict: 'ÉCHEC', passed: false }, 'stated', 'warning', 'review'],
      [{ tool: 'statement', verdict: 'KO', passed: false, contradictory: true }, 'statedAmong', 'info', undefined],
      [
        { tool: 'nunit', verdict: '1/2', passed: false, errors: 1, contradictory: true },
        'miscounted',
        'warning',
        'review',
      ],
      [{ tool: 'trx', verdict: '1/1', passed: false, errors: 0 }, 'failedRun', 'warning', 'review'],
      [{ tool: 'tap', verdict: '1/2', passed: false, errors: 1 }, 'failedTests', 'warning', 'review'],
    ] as const) {
      const [found] = await fires(rule, { main: cites('⟦a.xml⟧'), evidence: says(facts) });
      assert.deepEqual([found?.message, found?.severity, found?.effect], [message, severity, effect]);
    }
  });

  it('accepts a success, and a verdict whose word is not known', async () => {
    await silent(rule, { main: cites('a.xml'), evidence: says({ tool: 'gazelle', verdict: 'PASSED', passed: true }) });
    await silent(rule, { main: cites('a.xml'), evidence: says({ tool: 'gazelle', verdict: 'UNDEFINED' }) });
    await silent(rule, { main: cites('a.xml'), evidence: says({ tool: 'schematron', errors: 0, warnings: 3 }) });
    await silent(rule, { main: cites('a.xml'), evidence: { 'a.xml': file() } });
    await silent(rule, { main: cites('a.xml') });
  });
});
