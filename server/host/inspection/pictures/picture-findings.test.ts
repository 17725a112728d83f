import assert from 'node:assert/strict';
import { examinedOf } from '../../../core/evidence/examined';
import type { PictureWord } from './picture-messages';
import { findingsOf, joinFindings, nothingRecognised, withFindings } from './picture-findings';

const line = (top: number, text: string): PictureWord[] =>
  text.split(' ').map((word, at) => ({ text: word, left: at * 200, top, width: 150, height: 14, confidence: 90 }));

describe('what pictures are found to show', () => {
  it('is addresses, versions and days, each once', () => {
    const words = [
      ...line(0, 'https://moncabinet.exemple.fr/patients/12 MonCabinet version 12.4.0'),
      ...line(30, 'le 03/11/2026 à 10:20 puis 2026-11-04 v12.4.0 31/02/2026 192.168.1.10'),
    ];
    assert.deepEqual(findingsOf(words).recognised, {
      words: 13,
      addresses: ['https://moncabinet.exemple.fr/patients/12'],
      versions: ['12.4.0'],
      dates: ['2026-11-03', '2026-11-04'],
    });
  });

  it('is the count alone where there is nothing else', () => {
    assert.deepEqual(findingsOf([]), { recognised: { words: 0 }, identifiers: [], unread: [] });
  });

  it('joins pages, each identity under its own', () => {
    const page = (number: number) => findingsOf(line(0, 'NIR 269022A00400188'), `page ${number}`);
    const joined = joinFindings([
      page(2),
      page(5),
      { ...nothingRecognised, unread: [{ where: 'page 7', reason: 'size' }] },
    ]);
    assert.deepEqual(
      [joined.identifiers.map(({ where }) => where), joined.recognised?.words, joined.unread.length],
      [['page 2, x 200, y 0', 'page 5, x 200, y 0'], 4, 1],
    );
  });

  it('makes of a picture one that is read in part, never whole', () => {
    const image = { image: { width: 10, height: 10 } };
    assert.deepEqual(examinedOf({ inspection: image })?.left, [{ reason: 'picture', parts: [] }]);
    const read = examinedOf({ inspection: withFindings(image, findingsOf([])) });
    assert.deepEqual(read, { extent: 'partly', left: [{ reason: 'recognised', parts: [] }] });
    const left = examinedOf({
      inspection: withFindings(image, { ...nothingRecognised, unread: [{ reason: 'size' }] }),
    });
    assert.deepEqual(
      left?.left.map(({ reason }) => reason),
      ['limit', 'picture'],
    );
  });

  it('says of a scan what was read, and which pages were not', () => {
    const pdf = { pdf: { encrypted: false, signatures: [], textLayer: false, textless: [1, 2] } };
    const page = { ...findingsOf([]), unread: [{ where: 'page 2', reason: 'stopped' as const }] };
    assert.deepEqual(examinedOf({ inspection: withFindings(pdf, page) })?.left, [
      { reason: 'stopped', parts: ['page 2'] },
      { reason: 'recognised', parts: [] },
    ]);
  });
});
