import assert from 'node:assert/strict';
import { fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const of = (opinion: string) =>
  evidenceOf('INS/va1.56.01.01', `{ execution: 1, revue: { par: A. Martin, le: 2026-11-03, avis: ${opinion} } }`);

describe(rule.meta.id, () => {
  it('reports evidence found insufficient', async () => {
    const [found] = await fires(rule, { main: of('⟦insuffisante⟧') });
    assert.deepEqual([found?.message, found?.effect], ['insufficientBy', 'incomplete']);
  });

  it('accepts evidence found sufficient, or not reviewed', async () => {
    await silent(rule, { main: of('suffisante') });
    await silent(rule, { main: evidenceOf('INS/va1.56.01.01', 'execution: 1') });
  });
});
