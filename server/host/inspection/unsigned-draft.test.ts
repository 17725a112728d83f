import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { neverCancelled } from '../../core/ports/cancellation';
import { statementModels, type StatementFacts } from '../attestation/statement';
import { statementPdf } from '../operations/write-attestation';
import { memorySource } from './evidence-source';
import { inspectPdf } from './inspect-pdf';
import { defaultLimits } from './limits';
import { createPdfReader, type PdfReader } from './pdf-reader';
import { buildPdf } from './testing/build-pdf';

const script = join(process.cwd(), 'dist/pdf-worker.js');

const facts: StatementFacts = {
  vendor: 'Éditeur Exemple',
  siret: '73282932000074',
  software: 'MonCabinet',
  version: '12.10',
  kind: 'requirement',
  id: 'SSI/GEN.06',
  text: 'L’exigence.',
  reference: 'REM importé',
  justification: 'Pas d’hébergement.',
};
const draft = async (reread = false, model: (typeof statementModels)[number] = 'non-applicable', more = {}) =>
  Buffer.from((await statementPdf(model, { facts: { ...facts, ...more } }, reread)).bytes);

/** An incremental update, as programs write what is added to a document: the page that has it, and the objects. */
function added(bytes: Buffer, page: string, objects: readonly string[]): Buffer {
  const old = bytes.toString('latin1');
  const previous = Number(/startxref\n(\d+)/.exec(old)?.[1]);
  const count = Number(/\/Size (\d+)/.exec(old)?.[1]);
  const found = /\n(\d+) 0 obj\n<<((?:(?!endobj)[^])*?\/Type \/Page\n(?:(?!endobj)[^])*?)>>\nendobj/.exec(old);
  const [, first = '', bare = ''] = found ?? [];
  const reference = (name: string, of = old) => new RegExp(`/${name} (\\d+ 0 R)`).exec(of)?.[1] ?? '';
  const own = page.replace('NEW', String(count)).replace('OLD', reference('Contents', bare));
  let text = '';
  const rows = [
    [
      Number(first),
      `<<${own.includes('/Contents') ? bare.replace(/\/Contents \d+ 0 R/, '') : bare} ${own} >>`,
    ] as const,
    ...objects.map((one, index) => [count + index, one] as const),
  ].map(([number, body]) => {
    const at = old.length + text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
    return `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = old.length + text.length;
  text += `xref\n${rows.join('')}trailer\n<< /Size ${count + objects.length} /Root ${reference('Root')} /Info ${reference('Info')} /Prev ${previous} >>\n`;
  return Buffer.from(`${old}${text}startxref\n${start}\n%%EOF\n`, 'latin1');
}

const note = (subtype: string, fields = '') =>
  `<< /Type /Annot /Subtype /${subtype} /Rect [100 100 200 150] ${fields} /Contents (A. Martin) >>`;

describe('unsigned statements of our own', function () {
  // Fonts are embedded in each: slow where the machine is busy.
  this.timeout(180_000);
  let reader: PdfReader;
  before(function () {
    // Only built with the rest: see esbuild.js.
    if (!existsSync(script)) this.skip();
    reader = createPdfReader(script);
  });
  after(() => reader.dispose());

  const isDraft = async (bytes: Buffer, by: PdfReader = reader) => {
    const source = memorySource(bytes, { name: 'declaration.pdf' });
    const { pdf } = await inspectPdf(source, defaultLimits, neverCancelled, by);
    assert.ok(pdf);
    return pdf.unsignedDraft === true;
  };

  it('are known, of every model, read again or not, on one page or several', async () => {
    for (const model of statementModels)
      for (const reread of [false, true]) assert.ok(await isDraft(await draft(reread, model)));
    assert.ok(await isDraft(await draft(false, 'non-applicable', { text: 'Un long énoncé. '.repeat(600) })));
  });

  it('are known when another program saved them again, and when a remark or a field was added', async () => {
    const resaved = Buffer.from(
      (await draft()).toString('latin1').replace('(Segur Preuves)', '(Autre outil 1)'),
      'latin1',
    );
    assert.ok(await isDraft(resaved));
    assert.ok(await isDraft(added(await draft(), '/Annots [NEW 0 R]', [note('Text')])));
    assert.ok(
      await isDraft(
        added(await draft(true), '/Annots [NEW 0 R]', [note('Highlight', '/QuadPoints [1 2 3 4 5 6 7 8]')]),
      ),
    );
    assert.ok(await isDraft(added(await draft(), '/Annots [NEW 0 R]', [note('Widget', '/FT /Sig /T (Signature)')])));
  });

  it('are known when nothing can be opened, as long as nothing was added', async () => {
    const unavailable = createPdfReader(join(process.cwd(), 'dist/there-is-no-such-worker.js'));
    try {
      assert.ok(await isDraft(await draft(), unavailable));
      assert.ok(!(await isDraft(added(await draft(), '', []), unavailable)));
      assert.ok(!(await isDraft(buildPdf(), unavailable)));
    } finally {
      await unavailable.dispose();
    }
  });

  it('are no longer ours once signed: a signature, a drawing, a stamp, a typed name, a scan', async () => {
    for (const kind of ['Ink', 'Stamp', 'FreeText']) {
      const fields = kind === 'Ink' ? '/InkList [[100 100 150 140]]' : kind === 'FreeText' ? '/DA (/F1 12 Tf 0 g)' : '';
      assert.ok(!(await isDraft(added(await draft(), '/Annots [NEW 0 R]', [note(kind, fields)]))), kind);
    }
    assert.ok(!(await isDraft(signed(await draft()))));
    const curve = '<< /Length 38 >>\nstream\n100 100 m 120 140 150 140 180 100 c S \nendstream';
    assert.ok(!(await isDraft(added(await draft(), '/Contents [OLD NEW 0 R]', [curve]))));
    const picture =
      '<< /Length 96 >>\nstream\nq 100 0 0 50 100 100 cm BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 00> EI Q                           \nendstream';
    assert.ok(!(await isDraft(added(await draft(), '/Contents [OLD NEW 0 R]', [picture]))));
  });

  it('are not taken for others: a document of someone else, or one completed elsewhere', async () => {
    assert.ok(!(await isDraft(buildPdf({ pages: ['Declaration sur l honneur, A. Martin'] }))));
    assert.ok(!(await isDraft(buildPdf({ pages: [''] }))));
    const completed =
      'SSI/GEN.06, mod\xe8le non officiel, \xe9tabli avec S\xe9gur Preuves\nJe soussign\xe9, A. Martin, g\xe9rant';
    assert.ok(!(await isDraft(buildPdf({ pages: [completed], info: '/Producer (Autre outil)' }))));
    assert.ok(
      await isDraft(
        buildPdf({ pages: [`${completed} [qualit\xe9 : \xe0 compl\xe9ter]`], info: '/Producer (Autre outil)' }),
      ),
    );
  });
});

/** With a signature dictionary whose byte range leaves its contents out. */
function signed(bytes: Buffer): Buffer {
  const contents = `<${'00'.repeat(64)}>`;
  const range = '/ByteRange [0000000000 0000000000 0000000000 0000000000]';
  const file = added(bytes, '', [`<< /Type /Sig ${range} /Contents ${contents} /SubFilter /ETSI.CAdES.detached >>`]);
  const start = file.indexOf(contents);
  const end = start + contents.length;
  const numbers = [0, start, end, file.length - end].map((value) => String(value).padStart(10, '0')).join(' ');
  file.write(`/ByteRange [${numbers}]`, file.indexOf(range), 'latin1');
  return file;
}
