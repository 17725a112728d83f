import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import type { PdfFacts } from '../../../evidence/inspection';
import { rule } from './rule';

const form = (...items: readonly string[]) => evidenceOf('SSI/GEN.07.01.01', ...items);
const pdf = (...signatures: PdfFacts['signatures']) =>
  file({ inspection: { pdf: { pages: 1, encrypted: false, signatures } } });

describe(rule.meta.id, () => {
  it('reports a form without signature, once', async () => {
    const evidence = { 'a.pdf': pdf(), 'b.pdf': pdf() };
    const [found] = await fires(rule, { main: form('fichier: ⟦a.pdf⟧', 'fichier: b.pdf'), evidence });
    assert.deepEqual([found?.severity, found?.effect], ['error', 'incomplete']);
    await fires(rule, { main: form('declaration: ⟦a.pdf⟧'), evidence });
  });

  it('accepts a signature in one of the files', async () => {
    const evidence = { 'a.pdf': pdf(), 'b.pdf': pdf({ subFilter: 'ETSI.CAdES.detached' }) };
    await silent(rule, { main: form('fichier: a.pdf', 'fichier: b.pdf'), evidence });
  });

  it('waits until all is known, and leaves other natures alone', async () => {
    await silent(rule, { main: form('fichier: a.pdf', 'fichier: b.pdf'), evidence: { 'a.pdf': pdf() } });
    await silent(rule, {
      main: form('fichier: a.pdf', 'fichier: b.p7s'),
      evidence: { 'a.pdf': pdf(), 'b.p7s': file({ inspection: {} }) },
    });
    await silent(rule, { main: form('fichier: a.pdf'), evidence: { 'a.pdf': file() } });
    await silent(rule, { main: form('fichier: a.pdf'), evidence: { 'a.pdf': { state: 'absent' } } });
    await silent(rule, { main: form('lien: "https://exemple.fr"') });
    await silent(rule, { main: evidenceOf('SSI/GEN.06.01.02', 'fichier: a.pdf'), evidence: { 'a.pdf': pdf() } });
  });

  it('leaves a damaged file to the rule that speaks of damage', async () => {
    const damaged = { pdf: { pages: 1, encrypted: false, signatures: [] }, damage: { code: 'truncated' as const } };
    const evidence = { 'a.pdf': pdf(), 'b.pdf': file({ inspection: damaged }) };
    await silent(rule, { main: form('fichier: a.pdf', 'fichier: b.pdf'), evidence });
  });
});
