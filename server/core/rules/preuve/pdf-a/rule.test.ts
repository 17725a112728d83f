import assert from 'node:assert/strict';
import { asking } from '../../../../../test/kit/asking-catalogue';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { PdfFacts } from '../../../evidence/inspection';
import { rule } from './rule';

const asks = (...types: string[]) => asking(types);
const catalogue = asks('document_pdf_a1');
const pdf = (more: Partial<PdfFacts> = {}) => ({
  'a.pdf': file({ inspection: { pdf: { pages: 1, encrypted: false, signatures: [], ...more } } }),
});

describe(rule.meta.id, () => {
  it('reports a PDF that claims nothing, or another part', async () => {
    const [none] = await fires(rule, { main: cites('⟦a.pdf⟧'), evidence: pdf(), catalogue });
    assert.deepEqual([none?.message, none?.severity, none?.effect], ['none', 'warning', 'review']);
    const [other] = await fires(rule, { main: cites('⟦a.pdf⟧'), evidence: pdf({ pdfA: { part: 3 } }), catalogue });
    assert.deepEqual([other?.message, other?.args['part']], ['otherPart', 3]);
    await fires(rule, { main: cites('⟦a.pdf⟧'), evidence: pdf(), catalogue: asks('document_cda', 'document_pdf_a1') });
  });

  it('accepts PDF/A-1, a PDF that was not opened, and one that may be something else', async () => {
    const claims = pdf({ pdfA: { part: 1, conformance: 'B' } });
    await silent(rule, { main: cites('a.pdf'), evidence: claims, catalogue });
    const closed = { 'a.pdf': file({ inspection: { pdf: { encrypted: true, signatures: [] } } }) };
    await silent(rule, { main: cites('a.pdf'), evidence: closed, catalogue });
    await silent(rule, { main: cites('a.pdf'), evidence: pdf(), catalogue: asks('document_pdf_a1', 'capture_ecran') });
    await silent(rule, { main: cites('a.pdf'), evidence: pdf(), catalogue: asks('document_pdf_a1', 'inconnu') });
    await silent(rule, { main: cites('a.pdf'), evidence: pdf() });
    await silent(rule, { main: cites('a.pdf'), catalogue });
  });
});
