import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

/** Today is 2026-11-20. */
const of = (state: string, on: string) =>
  manifest(`chapitres:\n  Pro Santé Connect: { statut: ${state}, le: ${on} }\n`);

describe(rule.meta.id, () => {
  it('reports a request of two days ago and more', async () => {
    const [found] = await fires(rule, { main: of('modification demandée', '⟦2026-11-18⟧') });
    assert.deepEqual([found?.severity, found?.args['days']], ['warning', 2]);
    await fires(rule, { main: of('modification demandée', '⟦2025-11-20⟧') });
  });

  it('accepts a recent request, other states, and dates that are none', async () => {
    await silent(rule, { main: of('modification demandée', '2026-11-19') });
    await silent(rule, { main: of('modification demandée', '2026-12-19') });
    await silent(rule, { main: of('soumis', '2026-01-01') });
    await silent(rule, { main: of('modification demandée', '2026-02-31') });
    await silent(rule, { main: manifest('chapitres:\n  Pro Santé Connect: { statut: modification demandée }\n') });
  });
});
