import assert from 'node:assert/strict';
import { statementPdf } from '../operations/write-attestation';
import { statementModels, type StatementFacts } from './statement';

const facts: StatementFacts = {
  vendor: 'Éditeur Exemple',
  siret: '73282932000074',
  software: 'MonCabinet',
  version: '12.10',
  dispositif: 'MDV-LGC-Va2',
  kind: 'requirement',
  id: 'SSI/GEN.06',
  text: 'L’exigence (avec parenthèses \\ et accents : œ, à, É, Ÿ).',
  reference: 'REM importé (rem.xlsx)',
  justification: 'Pas d’hébergement.',
};
const pdf = (
  more: Partial<StatementFacts> = {},
  reread = false,
  model: (typeof statementModels)[number] = 'non-applicable',
) => statementPdf(model, { facts: { ...facts, ...more } }, reread);

/** What a reader sees of a PDF: its texts, the roles of its structure, and what it says of itself. */
async function read(bytes: Uint8Array) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  const roles: string[] = [];
  const walk = (node: { role?: string; children?: unknown[] }) => {
    if (node.role !== undefined) roles.push(node.role);
    for (const child of node.children ?? []) walk(child as { role?: string; children?: unknown[] });
  };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    walk(await page.getStructTree());
  }
  const { info, metadata } = await document.getMetadata();
  const marked = await document.getMarkInfo();
  await document.destroy();
  return {
    texts,
    text: texts.join('\n').replace(/[ \n]+/g, ' '),
    roles,
    info: info as Record<string, unknown>,
    xmp: metadata.getRaw() as string,
    marked,
  };
}

describe('statement as PDF', function () {
  // Fonts are embedded in each: slow where the machine is busy.
  this.timeout(180_000);
  it('is filled with what the manifest says, and says that it is no official model', async () => {
    const { text } = await read((await pdf()).bytes);
    for (const words of [
      'Éditeur Exemple',
      '73282932000074',
      '12.10',
      'SSI/GEN.06',
      'Pas d’hébergement.',
      facts.text ?? '',
      'modèle non officiel',
      'Brouillon à relire',
    ])
      assert.ok(text.includes(words), `${words} in ${text}`);
    const reread = await read((await pdf({}, true)).bytes);
    assert.doesNotMatch(reread.text, /Brouillon/);
    assert.match(reread.text, /modèle non officiel/);
  });

  it('leaves what is not known to be filled by hand', async () => {
    const { text } = await read(
      (await pdf({ vendor: undefined, siret: undefined, text: undefined, justification: undefined })).bytes,
    );
    for (const place of ['dénomination', 'SIRET', 'énoncé', 'justification'])
      assert.ok(text.includes(`[${place} : à compléter]`), place);
  });

  it('is tagged, in French, of PDF/A with its fonts inside, and shows its title', async () => {
    for (const model of statementModels) {
      const { bytes } = await pdf({}, false, model);
      const { roles, info, xmp, marked } = await read(bytes);
      for (const role of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody'])
        assert.ok(roles.includes(role), `${model}: ${role}`);
      assert.equal(info.Language, 'fr-FR');
      assert.match(String(info.Title), / – SSI\/GEN\.06$/);
      assert.equal(info.CreationDate, undefined);
      assert.match(xmp, /<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</);
      assert.doesNotMatch(xmp, /CreateDate/);
      assert.equal(marked?.Marked, true);
      const raw = Buffer.from(bytes).toString('latin1');
      assert.match(raw, /\/DisplayDocTitle true/);
      assert.match(raw, /\/FontFile2/);
      assert.doesNotMatch(raw, /\/BaseFont \/Helvetica/);
    }
  });

  it('loses no character of the field, and tells those that the font has not', async () => {
    const text = 'Œuvre œ æ Ç ﬁn « à » 12\u202f345\u00a0€ → ⇒ ≤ ≥ ≠ − ✓ ☐ ☑ ő Ÿ – — … • e\u0301 α Ж';
    const { bytes, lost } = await pdf({ text });
    assert.deepEqual(lost, []);
    const shown = (await read(bytes)).text.replace(/\s+/gu, ' ');
    for (const word of text.normalize('NFC').split(/\s+/u))
      assert.ok(shown.normalize('NFKC').includes(word.normalize('NFKC')), word);
    assert.deepEqual((await pdf({ text: '漢 et 漢, 🩺' })).lost, ['漢', '🩺']);
  });

  it('is the same bytes for the same facts', async () => {
    assert.deepEqual((await pdf()).bytes, (await pdf()).bytes);
    assert.notDeepEqual((await pdf()).bytes, (await pdf({ version: '13' })).bytes);
  });

  it('runs over as many pages as the text needs, with the footer on each, and loses nothing', async () => {
    const text = Array.from({ length: 900 }, (_, index) => `mot${index}`).join(' ');
    const { texts, text: whole } = await read((await pdf({ text: `${text} ${'ж'.repeat(300)}` })).bytes);
    assert.ok(texts.length > 1);
    for (const page of texts) assert.match(page, /établi avec Ségur Preuves/);
    for (const word of text.split(' ')) assert.ok(whole.includes(word), word);
    assert.equal(whole.match(/ж/g)?.length, 300);
  });
});
