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

  it('leaves what the history tells of to instruction/demande-ouverte; a later request waits', async () => {
    const withHistory = (on: string, ...lines: string[]) =>
      manifest(
        `chapitres:\n  Pro Santé Connect:\n    statut: modification demandée\n    le: ${on}\n    historique:\n${lines.map((line) => `      - ${line}\n`).join('')}`,
      );
    const asked = '{ le: 2026-11-02, statut: modification demandée }';
    await silent(rule, { main: withHistory('2026-11-02', asked, '{ le: 2026-11-04, statut: soumis }') });
    await silent(rule, { main: withHistory('2026-11-02', '{ le: 2026-11-04, statut: soumis }') });
    await silent(rule, { main: withHistory('2026-11-02', asked.replace(' }', ', repondu_le: 2026-11-03 }')) });
    await silent(rule, { main: withHistory('2026-11-02', asked) });
    await fires(rule, { main: withHistory('⟦2026-11-10⟧', asked, '{ le: 2026-11-04, statut: soumis }') });
    await fires(rule, { main: withHistory('⟦2026-11-10⟧', asked.replace(' }', ', repondu_le: 2026-11-03 }')) });
  });
});
