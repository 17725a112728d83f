import assert from 'node:assert/strict';

import type { Inspection } from '../../core/evidence/inspection';
import { neverCancelled } from '../../core/ports/cancellation';
import { memorySource } from './evidence-source';
import { inspectImage } from './inspect-image';
import { defaultLimits, type InspectionLimits } from './limits';
import { buildExif } from './testing/build-exif';
import { box } from './testing/build-film';
import { buildBmp, buildGif, buildHeic, buildJpeg, buildTiff, buildWebp } from './testing/build-pictures';
import { buildPng, uniformRows } from './testing/build-png';

const inspect = (content: Uint8Array, limits: Partial<InspectionLimits> = {}): Promise<Partial<Inspection>> =>
  inspectImage(memorySource(content, { name: 'capture.png' }), { ...defaultLimits, ...limits }, neverCancelled);

const taken = '2026:11:02 10:41:07\0';
const exif = buildExif(taken);

describe('inspectImage', () => {
  it('gives those of a TIFF with 64-bit offsets, of either byte order', async () => {
    const little = Buffer.alloc(24 + 40);
    little.write('II+\0', 'latin1');
    little.writeUInt16LE(8, 4);
    little.writeBigUInt64LE(16n, 8);
    little.writeBigUInt64LE(2n, 16);
    for (const [index, [tag, value]] of [
      [256, 320],
      [257, 200],
    ].entries()) {
      little.writeUInt16LE(tag ?? 0, 24 + index * 20);
      little.writeUInt16LE(4, 26 + index * 20);
      little.writeBigUInt64LE(1n, 28 + index * 20);
      little.writeUInt32LE(value ?? 0, 36 + index * 20);
    }
    const big = Buffer.alloc(24 + 40);
    big.write('MM\0+', 'latin1');
    big.writeUInt16BE(8, 4);
    big.writeBigUInt64BE(16n, 8);
    big.writeBigUInt64BE(2n, 16);
    for (const [index, tag] of [256, 257].entries()) {
      big.writeUInt16BE(tag, 24 + index * 20);
      big.writeUInt16BE(3, 26 + index * 20);
      big.writeBigUInt64BE(1n, 28 + index * 20);
      big.writeUInt16BE(index === 0 ? 320 : 200, 36 + index * 20);
    }
    for (const content of [little, big])
      assert.deepEqual(await inspect(content), { image: { width: 320, height: 200 } });
    assert.deepEqual(await inspect(little.subarray(0, 16)), { partial: true });
  });

  it('gives the dimensions of each format', async () => {
    const pictures = {
      png: buildPng({ width: 320, height: 200, rows: Buffer.alloc(961 * 200, 1) }),
      jpg: buildJpeg(320, 200),
      gif: buildGif(320, 200),
      webp: buildWebp(320, 200, exif),
      bmp: buildBmp(320, 200),
      tif: buildTiff(320, 200),
    };
    for (const [name, content] of Object.entries(pictures)) {
      const { image, damage } = await inspect(content);
      assert.deepEqual([image?.width, image?.height, damage], [320, 200, undefined], name);
    }
  });

  it('gives no dimensions from what lies behind a cut header in memory', async () => {
    for (const picture of [
      buildBmp(8, 8),
      buildGif(8, 8),
      buildPng(),
      buildWebp(8, 8, buildExif('2026:11:02 10:41:07\0')),
    ]) {
      for (let length = 2; length < 26; length++) {
        const memory = Buffer.alloc(4096, 1);
        picture.copy(memory, 0, 0, length);
        const part = await inspectImage(
          memorySource(memory.subarray(0, length), { name: 'a' }),
          defaultLimits,
          neverCancelled,
        );
        const alone = memorySource(new Uint8Array(picture.subarray(0, length)), { name: 'a' });
        assert.deepEqual(part, await inspectImage(alone, defaultLimits, neverCancelled), `${length} bytes`);
      }
    }
  });

  it('gives the date taken', async () => {
    const changed = Buffer.from([0x07, 0xea, 12, 1, 8, 30, 0]);
    const cases: readonly [Uint8Array, string][] = [
      [buildJpeg(8, 8, exif), '2026-11-02T10:41:07'],
      [buildJpeg(8, 8, buildExif(taken, false)), '2026-11-02T10:41:07'],
      [buildWebp(8, 8, exif), '2026-11-02T10:41:07'],
      [buildTiff(8, 8), '2026-11-02T10:41:07'],
      [buildPng({ extra: [['tIME', changed]] }), '2026-12-01T08:30:00'],
      [
        buildPng({
          extra: [
            ['tIME', changed],
            ['eXIf', exif],
          ],
        }),
        '2026-11-02T10:41:07',
      ],
    ];
    for (const [content, date] of cases) assert.equal((await inspect(content)).image?.date, date);
  });

  it('leaves out a date that was never set', async () => {
    assert.equal((await inspect(buildJpeg(8, 8, buildExif('0000:00:00 00:00:00\0')))).image?.date, undefined);
    assert.equal((await inspect(buildJpeg(8, 8, buildExif('    :  :     :  :  \0')))).image?.date, undefined);
  });

  it('says that a picture is blank, whatever the filter and the pixel format', async () => {
    for (const filter of [0, 1, 2, 4]) {
      const rows = uniformRows([9, 200, 31], 40, 20, filter);
      assert.equal((await inspect(buildPng({ width: 40, height: 20, rows }))).image?.blank, true, `filter ${filter}`);
    }
    const bits = Buffer.concat(Array.from({ length: 5 }, () => Buffer.from([0, 0xff, 0xe0])));
    const oneBit = buildPng({ width: 11, height: 5, depth: 1, colourType: 0, rows: bits });
    assert.equal((await inspect(oneBit)).image?.blank, true);
  });

  it('says that a picture is not blank when its last pixel differs', async () => {
    const rows = uniformRows([9, 200, 31], 40, 20);
    rows[rows.length - 1] = 30;
    assert.equal((await inspect(buildPng({ width: 40, height: 20, rows }))).image?.blank, false);
    assert.equal((await inspect(buildPng())).image?.blank, false);
  });

  it('says that rows are missing although the file has its end', async () => {
    const rows = uniformRows([9, 200, 31], 40, 20);
    for (const some of [rows.subarray(0, 121 * 7), rows.subarray(0, rows.length - 1), Buffer.alloc(0)])
      assert.equal((await inspect(buildPng({ width: 40, height: 20, rows: some }))).damage?.code, 'truncated');
    assert.equal((await inspect(buildPng({ width: 40, height: 20, rows }))).damage, undefined);
    // Seven passes, each with its own rows.
    const whole = Buffer.alloc(4 * 2 + 3 * 4 + 3 * 40 * 20 + 100);
    assert.equal((await inspect(buildPng({ width: 40, height: 20, rows: whole, interlaced: true }))).damage, undefined);
  });

  it('gives the date that a PNG writes as text, or in XMP, before that of its last change', async () => {
    const dated = async (...extra: readonly (readonly [string, Uint8Array])[]) =>
      (await inspect(buildPng({ extra }))).image?.date;
    const text = (keyword: string, value: string) => ['tEXt', Buffer.from(`${keyword}\0${value}`)] as const;
    const changed = ['tIME', Buffer.from([0x07, 0xea, 12, 1, 8, 0, 0])] as const;
    for (const value of [
      '2026-11-02T10:41:07+01:00',
      '2026:11:02 10:41:07',
      'Mon, 2 Nov 2026 10:41:07 +0100',
      'Mon Nov  2 10:41:07 2026',
    ])
      assert.equal(await dated(text('Creation Time', value), changed), '2026-11-02T10:41:07', value);
    assert.equal(await dated(text('Creation Time', '02/11/2026')), undefined);
    assert.equal(await dated(text('Title', '2026-11-02'), changed), '2026-12-01T08:00:00');
    const xmp = '<x:xmpmeta><rdf:Description xmp:CreateDate="2026-11-02T10:41:07"/></x:xmpmeta>';
    assert.equal(await dated(['iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)]), '2026-11-02T10:41:07');
  });

  it('does not say whether a picture is blank when it cannot be decoded cheaply', async () => {
    const rows = uniformRows([9, 200, 31], 40, 20);
    assert.equal((await inspect(buildPng({ width: 40, height: 20, rows, interlaced: true }))).image?.blank, undefined);
    const large = await inspect(buildPng({ width: 40, height: 20, rows }), { maxInflatedBytes: 1000 });
    assert.equal(large.image?.blank, undefined);
  });

  it('says that a file stops short, wherever it is cut', async () => {
    const whole = [buildPng(), buildJpeg(8, 8), buildGif(8, 8), buildWebp(8, 8, exif), buildBmp(8, 8), buildTiff(8, 8)];
    for (const content of whole) {
      for (const kept of [content.length - 2, content.length >> 1]) {
        const { damage } = await inspect(content.subarray(0, kept));
        assert.equal(damage?.code, 'truncated', `${content.toString('latin1', 0, 4)} cut at ${kept}`);
      }
    }
  });

  it('says that content under the name of a picture is none', async () => {
    assert.deepEqual(await inspect(Buffer.from('<html></html>')), { damage: { code: 'not-well-formed', offset: 0 } });
    assert.deepEqual(await inspect(Buffer.alloc(0)), {});
  });

  it('reads the dimensions only of a picture too large to hold', async () => {
    const facts = await inspect(buildPng(), { maxBytes: 20 });
    assert.deepEqual(facts, { image: { width: 4, height: 3 }, partial: true });
  });

  it('says that a picture is cut within its header, or holds no picture at all', async () => {
    const gif = buildGif(320, 200);
    const webp = buildWebp(320, 200, exif);
    const heic = buildHeic(320, 200);
    const hollow = {
      gif: Buffer.concat([gif.subarray(0, 13), Buffer.from([0x3b])]),
      'gif without end': gif.subarray(0, 13),
      webp: Buffer.concat([Buffer.from('RIFF\x16\0\0\0', 'latin1'), webp.subarray(8, 30)]),
      heic: heic.subarray(0, 24),
      'heic without pictures': Buffer.concat([heic.subarray(0, 24), box('meta', [Buffer.alloc(4)])]),
      'heic, cut': heic.subarray(0, heic.length - 4),
      bmp: buildBmp(320, 200).subarray(0, 30),
      tif: buildTiff(320, 200).subarray(0, 8),
    };
    for (const [name, content] of Object.entries(hollow))
      assert.ok((await inspect(content)).damage, `${name} passes for whole`);
  });

  it('gives the dimensions of a HEIC or AVIF picture, the largest of those it states', async () => {
    for (const brand of ['heic', 'avif']) {
      const { image, damage } = await inspect(buildHeic(320, 200, brand));
      assert.deepEqual([image, damage], [{ width: 320, height: 200 }, undefined]);
    }
  });
});
