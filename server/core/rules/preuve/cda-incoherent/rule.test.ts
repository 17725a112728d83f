import assert from 'node:assert/strict';
import { asking } from '../../../../../test/kit/asking-catalogue';
import { file, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import type { Inspection } from '../../../evidence/inspection';
import { rule } from './rule';

const catalogue = asking(['document_cda'], ['document_pdf_a1']);
const document = (...items: readonly string[]) => evidenceOf('INS/va1.56.01.01', ...items);
const xml = (name: string, more: Inspection = {}) =>
  file({ text: true, inspection: { xml: { root: { name } }, ...more } });
const cda = (sha256?: string) =>
  xml('ClinicalDocument', {
    cda: { templateIds: [], ...(sha256 !== undefined && { embedded: { sha256, size: 9, extension: 'pdf' } }) },
  });
const pdf = (sha256: string) => file({ sha256, inspection: { pdf: { pages: 1, encrypted: false, signatures: [] } } });
const [one, two] = ['1'.repeat(64), '2'.repeat(64)];
const both = (cdas: string, pdfs: string) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01: [${cdas}]
          INS/va1.56.01.02: [${pdfs}]
`);

describe(rule.meta.id, () => {
  it('reports XML that is no CDA', async () => {
    const [found] = await fires(rule, {
      main: document('fichier: ⟦a.xml⟧'),
      evidence: { 'a.xml': xml('Bundle') },
      catalogue,
    });
    assert.deepEqual([found?.message, found?.severity, found?.args['root']], ['notCda', 'warning', 'Bundle']);
  });

  it('tells a root without its namespace from another root', async () => {
    for (const root of [{ name: 'ClinicalDocument' }, { name: 'ClinicalDocument', namespace: 'urn:hl7-org:v2' }]) {
      const evidence = { 'a.xml': file({ text: true, inspection: { xml: { root } } }) };
      const [found] = await fires(rule, { main: document('fichier: ⟦a.xml⟧'), evidence, catalogue });
      assert.equal(found?.message, 'noNamespace');
    }
  });

  it('accepts a CDA and what stands beside it', async () => {
    const evidence = { 'a.xml': cda(), 'b.xsl': xml('stylesheet') };
    await silent(rule, { main: document('fichier: a.xml', 'fichier: b.xsl'), evidence, catalogue });
    const zip = file({ detected: { extension: 'zip', mime: 'application/zip' }, inspection: {} });
    const archived = { 'a.zip': zip, 'b.xsl': xml('stylesheet') };
    await silent(rule, { main: document('fichier: a.zip', 'fichier: b.xsl'), evidence: archived, catalogue });
  });

  it('says nothing of XML that may be something else, or is not known', async () => {
    const main = document('fichier: a.xml');
    const evidence = { 'a.xml': xml('Bundle') };
    await silent(rule, { main, evidence, catalogue: asking(['document_cda', 'log']) });
    await silent(rule, { main, evidence: { 'a.xml': xml('Bundle', { damage: { code: 'truncated' } }) }, catalogue });
    await silent(rule, { main, evidence: { 'a.xml': file({ text: true, inspection: {} }) }, catalogue });
    await silent(rule, { main, catalogue });
    await silent(rule, { main, evidence });
  });

  it('reports a PDF that is not the embedded one', async () => {
    const evidence = { 'a.xml': cda(one), 'a.pdf': pdf(two) };
    const [found] = await fires(rule, {
      main: both('{ fichier: ⟦a.xml⟧ }', '{ fichier: a.pdf }'),
      evidence,
      catalogue,
    });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['otherPdf', 'error', 'incomplete']);
    const pair = { ...evidence, 'b.xml': cda('3'.repeat(64)), 'b.pdf': pdf('3'.repeat(64)) };
    await fires(rule, {
      main: both('{ fichier: ⟦a.xml⟧ }, { fichier: b.xml }', '{ fichier: a.pdf }, { fichier: b.pdf }'),
      evidence: pair,
      catalogue,
    });
  });

  it('accepts the embedded PDF, one that is not attached, and documents without PDF', async () => {
    const evidence = {
      'a.xml': cda(one),
      'b.xml': cda(two),
      'n3.xml': cda(),
      'a.pdf': pdf(one),
      'c.pdf': pdf('3'.repeat(64)),
    };
    const check = (cdas: string, pdfs: string) => silent(rule, { main: both(cdas, pdfs), evidence, catalogue });
    await check('{ fichier: a.xml }', '{ fichier: a.pdf }');
    await check('{ fichier: a.xml }, { fichier: b.xml }', '{ fichier: a.pdf }');
    await check('{ fichier: a.xml }', '{ fichier: a.pdf }, { fichier: c.pdf }');
    await check('{ fichier: n3.xml }', '{ fichier: c.pdf }');
    await check('{ fichier: b.xml }', '{ fichier: c.pdf }, { fichier: absent.pdf }');
  });
});
