import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const chapter = (state: string, ...history: string[]) =>
  manifest(`chapitres:
  Identité nationale de santé:
    statut: ${state}
    historique:
${history.map((line) => `      - ${line}\n`).join('')}`);

describe(rule.meta.id, () => {
  it('reports what comes after an acceptance', async () => {
    const [found] = await fires(rule, {
      main: chapter('soumis', '{ le: 2026-11-02, statut: validé }', '{ le: 2026-11-03, statut: ⟦soumis⟧ }'),
    });
    assert.equal(found?.message, 'afterAccepted');
    await fires(rule, {
      main: manifest(`scenarios:
  SCN_DB/CO.01:
    instruction:
      SCN_DB/CO.01.01.01:
        - { le: 2026-11-02, avis: validé }
        - { le: 2026-11-03, avis: ⟦modification demandée⟧ }
`),
    });
  });

  it('reports dates out of order and an answer before its request', async () => {
    await fires(rule, {
      main: chapter('soumis', '{ le: 2026-11-02, statut: soumis }', '{ le: ⟦2026-11-01⟧, statut: soumis }'),
    });
    await fires(rule, {
      main: chapter(
        'modification demandée',
        '{ le: 2026-11-02, statut: modification demandée, repondu_le: ⟦2026-11-01⟧ }',
      ),
    });
  });

  it('reports a status that the history contradicts, unless it is dated later', async () => {
    await fires(rule, { main: chapter('⟦soumis⟧', '{ le: 2026-11-02, statut: validé }') });
    await fires(rule, { main: chapter('⟦soumis⟧\n    le: 2026-11-04', '{ le: 2026-11-02, statut: validé }') });
    await silent(rule, {
      main: chapter(
        'soumis\n    le: 2026-11-04',
        '{ le: 2026-11-02, statut: modification demandée, repondu_le: 2026-11-03 }',
      ),
    });
  });

  it('accepts rounds of requests, requests about one proof, and lines without date', async () => {
    await silent(rule, {
      main: chapter(
        'validé',
        '{ le: 2026-11-01, statut: soumis }',
        '{ le: 2026-11-02, statut: modification demandée, repondu_le: 2026-11-02 }',
        '{ le: 2026-11-02, statut: soumis }',
        '{ statut: validé }',
        '{ le: 2026-11-02, statut: modification demandée, preuve: X, repondu_le: 2026-11-03 }',
      ),
    });
  });
});
