import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (body: string) => manifest(`exigences:\n  SSI/GEN.06:\n    ${body}\n`);

describe(rule.meta.id, () => {
  it('reports a requirement declared not applicable without a reason', async () => {
    const [found] = await fires(rule, { main: of('⟦non_applicable⟧: { declaration: a.pdf }') });
    assert.deepEqual([found?.effect, found?.target], ['incomplete', { requirement: 'SSI/GEN.06' }]);
    await fires(rule, { main: of('⟦non_applicable⟧:') });
    await fires(rule, { main: of('⟦non_applicable⟧: oui') });
    await fires(rule, { main: of('non_applicable: { justification: ⟦" "⟧ }') });
  });

  it('reports a scenario too', async () => {
    await fires(rule, { main: of('scenarios: { SSI/GEN.06.01: { ⟦non_applicable⟧: {} } }') });
  });

  it('accepts a reason', async () => {
    await silent(rule, { main: of('non_applicable: { justification: Pas d’hébergement. }') });
  });
});
