import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { neverCancelled } from '../../server/core/ports/cancellation';
import { memorySource } from '../../server/host/inspection/evidence-source';
import { inspectCertificates } from '../../server/host/inspection/inspect-certificates';
import { inspectCsv } from '../../server/host/inspection/inspect-csv';
import type { Inspector } from '../../server/host/inspection/inspect-evidence';
import { inspectImage } from '../../server/host/inspection/inspect-image';
import { inspectPdf } from '../../server/host/inspection/inspect-pdf';
import { inspectText } from '../../server/host/inspection/inspect-text';
import { inspectVideo } from '../../server/host/inspection/inspect-video';
import { defaultLimits, type InspectionLimits } from '../../server/host/inspection/limits';
import { createPdfReader } from '../../server/host/inspection/pdf-reader';
import { buildExif } from '../../server/host/inspection/testing/build-exif';
import { buildMp4, buildWebm } from '../../server/host/inspection/testing/build-film';
import { buildPdf, buildSignedPdf } from '../../server/host/inspection/testing/build-pdf';
import {
  buildBmp,
  buildGif,
  buildJpeg,
  buildTiff,
  buildWebp,
} from '../../server/host/inspection/testing/build-pictures';
import { buildPng } from '../../server/host/inspection/testing/build-png';
import { mutations } from '../../server/host/inspection/testing/mutations';

/** Small, so that the limits are met. */
const limits: InspectionLimits = { ...defaultLimits, maxEntries: 1000, maxInflatedBytes: 1024 * 1024, maxPages: 3 };
const codes = ['truncated', 'not-well-formed', 'no-moov', 'encrypted', undefined];
const exif = buildExif('2026:11:02 10:41:07\0');
const pdfScript = join(process.cwd(), 'dist/pdf-worker.js');

/** A damaged content gives facts and known damage codes, nothing else. */
async function survive(inspect: Inspector, content: Uint8Array, name: string, count: number): Promise<void> {
  let number = 0;
  for (const mutated of mutations(content, count)) {
    number++;
    try {
      const { damage } = await inspect(memorySource(mutated, { name }), limits, neverCancelled);
      assert.ok(codes.includes(damage?.code), damage?.code);
    } catch (error) {
      throw new Error(`mutation ${number} of ${name}`, { cause: error });
    }
  }
}

describe('inspectors on damaged content', () => {
  const csv = Buffer.from('a;"b ; ""c""";d\n1;2;3\n"4\n5";6;7\n');
  const log = Buffer.from('2026-11-03T10:41:07 é\r\n[02/Nov/2026:10:11:12] ins=279035121518989\n');
  const cases: readonly [string, Inspector, Uint8Array][] = [
    ['a.png', inspectImage, buildPng({ extra: [['eXIf', exif]] })],
    ['a.jpg', inspectImage, buildJpeg(8, 8, exif)],
    ['a.gif', inspectImage, buildGif(8, 8)],
    ['a.webp', inspectImage, buildWebp(8, 8, exif)],
    ['a.bmp', inspectImage, buildBmp(8, 8)],
    ['a.tif', inspectImage, buildTiff(8, 8)],
    ['a.mp4', inspectVideo, buildMp4()],
    ['a.mov', inspectVideo, buildMp4({ indexLast: true, long: true })],
    ['a.webm', inspectVideo, buildWebm({ duration: 2500, created: 1n })],
    ['b.webm', inspectVideo, buildWebm({ live: true })],
    ['a.pem', inspectCertificates, readFileSync(join(process.cwd(), 'test/fixtures/evidence/certificat-de-test.pem'))],
    ['a.csv', inspectCsv, csv],
    ['a.log', inspectText, log],
  ];
  for (const [name, inspect, content] of cases) {
    it(`survives mutations of ${name}`, () => survive(inspect, content, name, 300));
  }

  describe('documents', () => {
    const reader = createPdfReader(pdfScript);
    before(function () {
      if (!existsSync(pdfScript)) this.skip();
    });
    after(() => reader.dispose());
    const inspect: Inspector = (source, given, cancellation) => inspectPdf(source, given, cancellation, reader);
    const documents = {
      plain: buildPdf({ pages: ['Bonjour', 'Au revoir'], info: '/CreationDate (D:20261104)', xmp: '<x:xmpmeta/>' }),
      encrypted: buildPdf({ encryption: 'open' }),
      signed: buildSignedPdf('/SubFilter /adbe.pkcs7.detached /M (D:20261104) /Name <FEFF0041>'),
    };
    for (const [name, content] of Object.entries(documents)) {
      it(`survives mutations of a document (${name})`, () => survive(inspect, content, `${name}.pdf`, 60)).timeout(
        20_000,
      );
    }
  });
});

describe('inspectors on hostile content', () => {
  it('does not read quotes or numbers again and again', async () => {
    const mebibyte = 1024 * 1024;
    const texts = ['"a"x', '"', '","', '2026-11-', '1 ', '[{', '2 79 03 51 '].map((piece) =>
      piece.repeat(mebibyte / piece.length),
    );
    for (const text of texts) {
      const source = memorySource(Buffer.from(text), { name: 'a.csv' });
      await inspectCsv(source, limits, neverCancelled);
      await inspectText(source, limits, neverCancelled);
    }
  }).timeout(20_000);

  it('does not decode more of a picture than the limit', async () => {
    const rows = Buffer.alloc(40_001 * 1000);
    const picture = buildPng({ width: 40_000, height: 1000, depth: 8, colourType: 0, rows });
    const { image } = await inspectImage(memorySource(picture, { name: 'a.png' }), limits, neverCancelled);
    assert.deepEqual(image, { width: 40_000, height: 1000 });
  });
});
