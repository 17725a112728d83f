import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { neverCancelled } from '../../core/ports/cancellation';
import { memorySource } from '../inspection/evidence-source';
import { inspectPdf } from '../inspection/inspect-pdf';
import { defaultLimits } from '../inspection/limits';
import { createPdfReader } from '../inspection/pdf-reader';
import { statementPdf } from '../operations/write-attestation';
import { textWidth } from './helvetica-widths';
import { wrap } from './pdf-layout';
import type { StatementFacts } from './statement';
import { winAnsiBytes, winAnsiText } from './win-ansi';

const facts: StatementFacts = {
  vendor: 'Éditeur Exemple',
  siret: '73282932000074',
  software: 'MonCabinet',
  version: '12.10',
  dispositif: 'MDV-LGC-Va2',
  kind: 'requirement',
  id: 'SSI/GEN.06',
  text: 'L’exigence (avec parenthèses \\ et accents : œ, à, É).',
  reference: 'REM importé (rem.xlsx)',
  justification: 'Pas d’hébergement.',
};
const pdf = (more: Partial<StatementFacts> = {}, reread = false) =>
  statementPdf('non-applicable', { facts: { ...facts, ...more } }, reread);
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('statement as PDF', () => {
  it('is filled with what the manifest says, and says that it is no official model', () => {
    const text = latin(pdf().bytes);
    const shown = (words: string) => text.includes(latin(winAnsiBytes(words)).replace(/[\\()]/g, '\\$&'));
    for (const words of ['Éditeur Exemple', '73282932000074', '12.10', 'SSI/GEN.06', 'Pas d’hébergement.'])
      assert.ok(shown(words), words);
    assert.ok(shown('L’exigence (avec parenthèses \\ et accents : œ, à, É).'));
    assert.ok(shown('modèle non officiel'));
    assert.match(text, /Brouillon \xe0 relire/);
    const reread = latin(pdf({}, true).bytes);
    assert.doesNotMatch(reread, /Brouillon/);
    assert.match(reread, /mod\xe8le non officiel/);
  });

  it('leaves what is not known to be filled by hand', () => {
    const text = latin(pdf({ vendor: undefined, siret: undefined, text: undefined, justification: undefined }).bytes);
    for (const place of ['d\xe9nomination', 'SIRET', '\xe9nonc\xe9', 'justification']) {
      assert.ok(text.includes(`[${place} : \xe0 compl\xe9ter]`), place);
    }
  });

  it('is the same bytes for the same facts, with every object where the table says', () => {
    const { bytes } = pdf();
    assert.deepEqual(bytes, pdf().bytes);
    const text = latin(bytes);
    const table = text.slice(Number(/startxref\n(\d+)/.exec(text)?.[1]));
    assert.match(table, /^xref\n0 \d+\n0000000000 65535 f \n/);
    [...table.matchAll(/^(\d{10}) 00000 n $/gm)].forEach(([, offset], index) => {
      assert.ok(text.startsWith(`${index + 1} 0 obj\n`, Number(offset)));
    });
    for (const [, length, stream] of text.matchAll(/\/Length (\d+) >>\nstream\n([^]*?)\nendstream/g))
      assert.equal(stream?.length, Number(length));
  });

  it('runs over as many pages as the text needs, within its margins', async function () {
    const script = join(process.cwd(), 'dist/pdf-worker.js');
    // Only built with the rest: see esbuild.js.
    if (!existsSync(script)) this.skip();
    const reader = createPdfReader(script);
    try {
      const { bytes } = pdf({ text: 'Un énoncé assez long pour tenir sur plusieurs pages. '.repeat(300) });
      const source = memorySource(bytes, { name: 'declaration.pdf' });
      const { pdf: read } = await inspectPdf(source, defaultLimits, neverCancelled, reader);
      assert.ok((read?.pages ?? 0) > 2);
      assert.equal(read?.textLayer, true);
    } finally {
      await reader.dispose();
    }
  });

  it('wraps any text into lines that fit, losing no character but spaces', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 40, max: 400 }), (any, width) => {
        const { text } = winAnsiText(any);
        const lines = wrap(text, 'regular', 10, width);
        for (const line of lines) assert.ok(textWidth(line, 'regular', 10) <= width, JSON.stringify(line));
        assert.equal(lines.join('').replace(/ /g, ''), text.replace(/[ \n]/g, ''));
      }),
      { seed: 20261215, numRuns: 50 },
    );
  });

  it('shows what the fonts can, substitutes what reads the same, and tells the rest', () => {
    assert.deepEqual(winAnsiText('e\u0301 ≥ 5 ﬁn ő'), { text: 'é >= 5 fin o', lost: [] });
    assert.deepEqual(winAnsiText('漢 et 漢, 🩺'), { text: '? et ?, ?', lost: ['漢', '🩺'] });
    assert.deepEqual([...winAnsiBytes('€œ’…Ÿé A')], [0x80, 0x9c, 0x92, 0x85, 0x9f, 0xe9, 0x20, 0x41]);
    fc.assert(
      fc.property(
        fc.array(fc.nat(0x1ffff)).map((codes) => String.fromCodePoint(...codes)),
        (any) => {
          const { text } = winAnsiText(any);
          assert.equal(winAnsiBytes(text).length, text.length);
        },
      ),
      { seed: 20261215, numRuns: 50 },
    );
  });
});
