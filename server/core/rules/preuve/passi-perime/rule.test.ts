import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

/** Planned filing: 2026-12-15. */
const form = (item: string) => evidenceOf('SSI/GEN.07.01.01', item);
const now = (item: string) => form(item).replace('  depot_vise: 2026-12-15\n', '');
const signedOn = (...dates: string[]) => ({
  'a.pdf': file({
    inspection: { pdf: { encrypted: false, signatures: dates.map((date) => ({ signedOn: `${date}T09:00:00` })) } },
  }),
});

describe(rule.meta.id, () => {
  it('reports a form that will be a year old at the planned filing', async () => {
    const [found] = await fires(rule, { main: form('{ fichier: a.pdf, date: ⟦2025-12-15⟧ }') });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['old', 'error', 'incomplete']);
  });

  it('goes by today without a planned filing', async () => {
    const [found] = await fires(rule, { main: now('{ fichier: a.pdf, date: ⟦2025-11-20⟧ }') });
    assert.equal(found?.message, 'oldNow');
    await silent(rule, { main: now('{ fichier: a.pdf, date: 2025-11-21 }') });
  });

  it('goes by the last signature without a date', async () => {
    const main = form('fichier: ⟦a.pdf⟧');
    const [found] = await fires(rule, { main, evidence: signedOn('2025-12-01', '2025-11-30') });
    assert.deepEqual([found?.message, found?.args['date']], ['oldSignature', '2025-12-01']);
    await silent(rule, { main: form('fichier: a.pdf'), evidence: signedOn('2025-11-30', '2026-02-01') });
    await silent(rule, { main: form('{ fichier: a.pdf, date: 2026-02-01 }'), evidence: signedOn('2025-11-30') });
  });

  it('accepts a recent form, an unknown date, and other proofs', async () => {
    await silent(rule, { main: form('{ fichier: a.pdf, date: 2025-12-16 }') });
    await silent(rule, { main: form('{ fichier: a.pdf, date: 15/12/2024 }') });
    await silent(rule, { main: form('fichier: a.pdf') });
    await silent(rule, { main: form('fichier: a.pdf'), evidence: { 'a.pdf': file() } });
    await silent(rule, { main: evidenceOf('INS/va1.56.01.01', '{ fichier: a.pdf, date: 2020-01-01 }') });
  });
});
