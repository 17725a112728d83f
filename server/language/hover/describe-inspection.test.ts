import assert from 'node:assert/strict';
import { describeInspection } from './describe-inspection';

describe('describeInspection', () => {
  it('tells what was read, and nothing of what was not', () => {
    assert.deepEqual(describeInspection({}, 'fr'), []);
    const csv = { delimiter: ';', columns: ['a', 'b'], rows: 3, unevenRows: [] };
    const text = { encoding: 'windows-1252', lines: 4, firstDate: '2026-11-01', lastDate: '2026-11-02' } as const;
    assert.deepEqual(describeInspection({ csv, text, partial: true }, 'fr'), [
      '**Table** : 2 colonnes, 3 lignes, séparateur `;`',
      '**Encodage** : windows-1252',
      '**Date du contenu** : 2026-11-01 → 2026-11-02',
    ]);
  });

  it('tells what a picture was recognised to show, to be checked, and never that nothing is written', () => {
    const seen = { words: 9, versions: ['12.4.0'], dates: ['2026-11-03'], addresses: ['https://a.exemple.fr/p'] };
    assert.deepEqual(describeInspection({ recognised: seen }, 'fr'), [
      '**Lu dans l’image, à vérifier** : `version 12.4.0`, `2026-11-03`, `https://a.exemple.fr/p`',
    ]);
    assert.deepEqual(describeInspection({ recognised: { words: 9 } }, 'fr'), []);
    assert.match(describeInspection({ recognised: { words: 0 } }, 'fr').join(''), /ne veut pas dire que rien/);
  });

  it('tells of reports, films, papers and messages', () => {
    const validation = { tool: 'gazelle', verdict: 'PASSED', subject: 'CDA `N1`', date: '2026-11-02' } as const;
    const lines = describeInspection(
      {
        validation,
        video: { duration: 61.4, tracks: [] },
        pdf: { pages: 2, encrypted: false, pdfA: { part: 1, conformance: 'B' }, signatures: [{}] },
        hl7: {
          messages: [
            { type: 'ADT^A31', segments: [] },
            { type: 'ADT^A31', segments: [] },
          ],
        },
        certificates: [{ subject: 'CN=a', issuer: 'CN=b', validFrom: '2026-01-01', validTo: '2027-01-01T00:00:00' }],
      },
      'en',
    );
    assert.deepEqual(lines, [
      '**Duration**: 61 s',
      '**Pages**: 2',
      '**PDF/A claimed**: PDF/A-1b',
      '**Signatures**: 1',
      '**Verdict**: `PASSED`',
      '**What was tested**: CDA \\`N1\\`',
      '**HL7 messages**: 2 (`ADT^A31`)',
      '**Certificate**: `CN=a`, 2026-01-01 → 2027-01-01',
      '**Date of the content**: 2026-11-02',
    ]);
  });

  it('tells the size of a picture, a table between tabs, and a mark of byte order', () => {
    const text = { encoding: 'utf-8', bom: true, lines: 1, firstDate: '2026-11-01' } as const;
    const csv = { delimiter: '\t', columns: ['a'], rows: 1, unevenRows: [] };
    assert.deepEqual(describeInspection({ image: { width: 640, height: 480 }, csv, text }, 'fr'), [
      '**Dimensions** : 640 × 480',
      '**Table** : 1 colonne, 1 ligne, séparateur TAB',
      '**Encodage** : utf-8 (BOM)',
      '**Date du contenu** : 2026-11-01',
    ]);
    const sameDay = { ...text, bom: false, lastDate: text.firstDate };
    assert.deepEqual(describeInspection({ text: sameDay }, 'en'), [
      '**Encoding**: utf-8',
      '**Date of the content**: 2026-11-01',
    ]);
  });

  it('leaves out what a paper or a message does not say of itself', () => {
    const pdf = { pages: 1, encrypted: false, pdfA: { part: 2 }, signatures: [] };
    const hl7 = { messages: [{ segments: [] }, { segments: [] }] };
    assert.deepEqual(describeInspection({ pdf, hl7, video: { tracks: [] } }, 'en'), [
      '**Pages**: 1',
      '**PDF/A claimed**: PDF/A-2',
      '**HL7 messages**: 2',
    ]);
  });
});
