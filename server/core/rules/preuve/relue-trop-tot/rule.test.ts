import assert from 'node:assert/strict';
import { fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const of = (date: string, on: string) =>
  evidenceOf('INS/va1.56.01.01', `{ fichier: a.png, ${date} revue: { par: A, ${on} avis: suffisante } }`);

describe(rule.meta.id, () => {
  it('reports a review of before the evidence', async () => {
    const [found] = await fires(rule, { main: of('date: 2026-11-04,', 'le: ⟦2026-11-03⟧,') });
    assert.deepEqual([found?.severity, found?.effect], ['warning', 'review']);
    await fires(rule, { main: of('date: 2026-11-01,', 'le: ⟦2026-10-31⟧,') });
  });

  it('accepts the same day and later, and says nothing without two dates', async () => {
    await silent(rule, { main: of('date: 2026-11-04,', 'le: 2026-11-04,') });
    await silent(rule, { main: of('date: 2026-11-04,', 'le: 2026-11-05,') });
    await silent(rule, { main: of('date: 2027-01-01,', 'le: 2026-11-03,') });
    await silent(rule, { main: of('', 'le: 2026-11-03,') });
    await silent(rule, { main: of('date: 2026-11-04,', '') });
    await silent(rule, { main: of('date: 2026-11-31,', 'le: 2026-11-03,') });
    await silent(rule, { main: of('date: 2026-11-04,', 'le: 03/11/2026,') });
  });
});
