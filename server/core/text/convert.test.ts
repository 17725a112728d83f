import assert from 'node:assert/strict';
import fc from 'fast-check';
import { convert } from './convert';

const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('the conversion of a text', () => {
  it('keeps every character and every line end', () => {
    const text = 'a: « Société »\r\nb: œ\nc: d\r';
    assert.deepEqual(convert(latin1('a: \xab Soci\xe9t\xe9 \xbb\r\nb: \x9c\nc: d\r'), 'windows-1252'), {
      kind: 'text',
      text,
    });
    assert.deepEqual(convert(latin1('a: \xab Soci\xe9t\xe9 \xbb\r\nb: \xbd\nc: d\r'), 'iso-8859-15'), {
      kind: 'text',
      text,
    });
    const wide = Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
    assert.deepEqual(convert(wide, 'utf-16le'), { kind: 'text', text });
  });

  it('gives back the same bytes, or refuses', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const even = bytes.subarray(0, bytes.length & ~1);
        const read = convert(even, 'utf-16le');
        if (read.kind === 'loss') return;
        const back = Buffer.from(read.text, 'utf16le');
        assert.ok(
          back.equals(Buffer.from(even)) || Buffer.concat([Buffer.from([0xff, 0xfe]), back]).equals(Buffer.from(even)),
        );
      }),
      { seed: 20261130, numRuns: 2000 },
    );
    // One byte, one character: no two bytes give the same one.
    for (const encoding of ['windows-1252', 'iso-8859-15'] as const) {
      const found = Array.from({ length: 256 }, (_, byte) => convert(Uint8Array.of(byte), encoding)).flatMap((one) =>
        one.kind === 'text' ? [one.text] : [],
      );
      assert.equal(new Set(found).size, found.length);
      assert.ok(found.length >= 190);
    }
  });

  it('refuses what the encoding does not have, and says where', () => {
    assert.deepEqual(convert(latin1('a\nb \x81'), 'windows-1252'), { kind: 'loss', line: 2 });
    assert.deepEqual(convert(latin1('soci\x82t\x82'), 'iso-8859-15'), { kind: 'loss', line: 1 });
    assert.deepEqual(convert(Uint8Array.from([0x41, 0, 0, 0xd8]), 'utf-16le'), { kind: 'loss', line: 1 });
    assert.deepEqual(convert(Uint8Array.from([0x41, 0, 0x42]), 'utf-16le'), { kind: 'loss', line: 1 });
    assert.deepEqual(convert(latin1('a: b'), 'utf-16le'), { kind: 'loss', line: 1 });
    assert.deepEqual(convert(Uint8Array.from([0x41, 0]), 'windows-1252'), { kind: 'loss', line: 1 });
  });
});
