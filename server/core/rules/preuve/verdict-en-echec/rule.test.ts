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
      [{ tool: 'gazelle', verdict: 'PASSED', passed: true, errors: 2 }, 'contradicted', 'warning'],
      [{ tool: 'junit', verdict: '4/5', passed: false, errors: 1 }, 'failedTests', 'warning'],
    ] as const) {
      const [found] = await fires(rule, { main: cites('⟦a.xml⟧'), evidence: says(facts) });
      assert.deepEqual([found?.message, found?.severity], [message, severity]);
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
