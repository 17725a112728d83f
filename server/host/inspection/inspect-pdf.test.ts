import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Inspection } from '../../core/evidence/inspection';
import { neverCancelled } from '../../core/ports/cancellation';
import { memorySource } from './evidence-source';
import { inspectPdf } from './inspect-pdf';
import { defaultLimits, type InspectionLimits } from './limits';
import { closedParts, type PartOpener } from './parts/part';
import { createPdfReader } from './pdf-reader';
import { buildPdf, buildSignedPdf, type PdfDocumentRequest } from './testing/build-pdf';

const script = join(process.cwd(), 'dist/pdf-worker.js');

describe('inspectPdf', () => {
  const reader = createPdfReader(script);
  const inspect = (content: Uint8Array, limits: Partial<InspectionLimits> = {}): Promise<Partial<Inspection>> =>
    inspectPdf(memorySource(content, { name: 'piece.pdf' }), { ...defaultLimits, ...limits }, neverCancelled, reader);

  before(function () {
    // Only built with the rest: see esbuild.js.
    if (!existsSync(script)) this.skip();
  });
  after(() => reader.dispose());

  it('reads pages, dates and text', async () => {
    const info = "/CreationDate (D:20261104101000+01'00') /ModDate (D:20261105)";
    assert.deepEqual(await inspect(buildPdf({ pages: ['Bonjour', ''], info })), {
      pdf: {
        pages: 2,
        encrypted: false,
        textLayer: true,
        textless: [2],
        signatures: [],
        created: '2026-11-04T10:10:00',
        modified: '2026-11-05',
      },
    });
  });

  it('searches the title, other metadata, notes, links and bookmarks', async () => {
    const ins = '281065145432112';
    const searched = async (request: PdfDocumentRequest): Promise<string> => {
      const seen: string[] = [];
      const opener: PartOpener = { ...closedParts, search: (where, text) => seen.push(`${where}: ${text}`) };
      const source = memorySource(buildPdf(request), { name: 'piece.pdf' });
      await inspectPdf(source, defaultLimits, neverCancelled, reader, opener);
      return seen.join('\n');
    };
    assert.match(
      await searched({ info: `/Title (Patient ${ins})` }),
      new RegExp(`^(?:Info: )?Title Patient ${ins}`, 'm'),
    );
    assert.match(await searched({ info: `/Dossier (INS ${ins})` }), new RegExp(`Dossier INS ${ins}`));
    assert.match(
      await searched({ xmp: `<x:xmpmeta xmlns:x="x"><t>${ins}</t></x:xmpmeta>` }),
      new RegExp(`^XMP: .*${ins}`, 'm'),
    );
    const note = `/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (vu ${ins}) >>]`;
    assert.match(await searched({ page: note }), new RegExp(`^page 1, annotation: vu ${ins}`, 'm'));
    const escaped = note.replace('/Annots', '/Ann#6fts');
    assert.match(await searched({ page: escaped }), new RegExp(`^page 1, annotation: vu ${ins}`, 'm'));
    const link = `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://exemple.test/?ins=${ins}) >> >>]`;
    assert.match(await searched({ page: link }), new RegExp(`ins=${ins}`));
    const item = `<< /Title (INS ${ins}) /Parent 8 0 R /Dest [4 0 R /Fit] >>`;
    const objects = ['<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >>', item];
    assert.match(await searched({ catalogue: '/Outlines 8 0 R ', objects }), new RegExp(`^(?:Info: )?INS ${ins}`, 'm'));
    assert.equal(await searched({}), '');
  });

  it('says that no page has text, once all were read', async () => {
    assert.equal((await inspect(buildPdf({ pages: ['', ''] }))).pdf?.textLayer, false);
    const some = await inspect(buildPdf({ pages: ['', ''] }), { maxPages: 1 });
    assert.deepEqual([some.pdf?.textLayer, some.pdf?.pages, some.partial], [undefined, 2, true]);
  });

  it('finds identifiers and names their page', async () => {
    const { identifiers } = await inspect(buildPdf({ pages: ['Bonjour', 'INS 279035121518989'] }));
    assert.deepEqual(identifiers, [{ value: '279035121518989', where: 'page 2' }]);
  });

  it('reads the PDF/A claim, as elements or attributes', async () => {
    const wrap = (inner: string): string =>
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${inner}</rdf:RDF></x:xmpmeta>`;
    const schema = 'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"';
    const elements = `<rdf:Description ${schema}><pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>`;
    const attributes = `<rdf:Description ${schema} pdfaid:part="3" pdfaid:conformance="u"/>`;
    assert.deepEqual((await inspect(buildPdf({ xmp: wrap(elements) }))).pdf?.pdfA, { part: 1, conformance: 'B' });
    assert.deepEqual((await inspect(buildPdf({ xmp: wrap(attributes) }))).pdf?.pdfA, { part: 3, conformance: 'U' });
    assert.equal((await inspect(buildPdf({ xmp: wrap('') }))).pdf?.pdfA, undefined);
    for (const packet of [wrap(elements), wrap(attributes)]) {
      const little = Buffer.from(`\ufeff${packet}`, 'utf16le');
      const big = Buffer.from(little).swap16();
      for (const bytes of [little, big])
        assert.ok((await inspect(buildPdf({ xmp: bytes.toString('latin1') }))).pdf?.pdfA, 'UTF-16');
    }
  });

  it('opens what stands after other bytes', async () => {
    const { pdf, damage } = await inspect(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), buildPdf()]));
    assert.deepEqual([pdf?.pages, damage], [1, undefined]);
  });

  it('finds signatures, in either order of the dictionary', async () => {
    const fields = String.raw`/SubFilter /ETSI.CAdES.detached /M (D:20261104101500+01'00') /Name (Alix \(Exemple\))`;
    for (const rangeFirst of [true, false]) {
      assert.deepEqual((await inspect(buildSignedPdf(fields, rangeFirst))).pdf?.signatures, [
        { subFilter: 'ETSI.CAdES.detached', signedOn: '2026-11-04T10:15:00', name: 'Alix (Exemple)' },
      ]);
    }
    assert.deepEqual((await inspect(buildPdf({ pages: ['/ByteRange [0 1 2 3]'] }))).pdf?.signatures, []);
  });

  it('tells a document that needs a password from one that is only protected', async () => {
    const open = await inspect(buildPdf({ encryption: 'open' }));
    assert.deepEqual([open.pdf?.encrypted, open.pdf?.textLayer, open.damage], [true, true, undefined]);
    const closed = await inspect(buildPdf({ encryption: 'closed' }));
    assert.deepEqual(closed, { pdf: { encrypted: true, signatures: [] }, damage: { code: 'encrypted' } });
  });

  it('says that a document stops short or is none', async () => {
    const document = buildPdf({ pages: ['Bonjour', 'Au revoir'] });
    const kept = document.length >> 1;
    assert.deepEqual((await inspect(document.subarray(0, kept))).damage, { code: 'truncated', offset: kept });
    assert.deepEqual(await inspect(Buffer.from('<html>')), { damage: { code: 'not-well-formed', offset: 0 } });
    assert.equal((await inspect(Buffer.from('%PDF-1.7\nrien\n%%EOF\n'))).damage?.code, 'not-well-formed');
    assert.deepEqual(await inspect(Buffer.alloc(0)), {});
  });

  it('does not look into a document too large to hold', async () => {
    assert.deepEqual(await inspect(buildPdf(), { maxBytes: 100 }), { partial: true });
  });

  it('reads several documents at once', async () => {
    const found = await Promise.all(
      [1, 2, 3, 4].map((count) => inspect(buildPdf({ pages: Array<string>(count).fill('a') }))),
    );
    assert.deepEqual(
      found.map(({ pdf }) => pdf?.pages),
      [1, 2, 3, 4],
    );
  });
});
