import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText, firstBadByte, type EncodingFault } from './encoding';

const seed = 20261130;
const decodeUtf8 = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const read = (bytes: Uint8Array) => decodeText(bytes, decodeUtf8);
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const guess = (bytes: Uint8Array): EncodingFault['encoding'] | undefined => read(bytes).fault?.encoding;

function swapped(bytes: Uint8Array): Uint8Array {
  return bytes.map((_, at) => bytes[at ^ 1] ?? 0);
}

describe('the encoding of a text', () => {
  it('is UTF-8 wherever the platform says so', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const isUtf8 = (bytes: Uint8Array) => {
      try {
        strict.decode(bytes);
        return true;
      } catch {
        return false;
      }
    };
    const some = fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 6 }).map((text) => Uint8Array.from(Buffer.from(text))),
      fc.array(fc.constantFrom(0xc3, 0xa9, 0xe0, 0xed, 0xa0, 0x80, 0x9f, 0xf0, 0xf4, 0x90, 0x8f, 0xbf, 0x41)).map((all) => Uint8Array.from(all)),
    ); // prettier-ignore
    fc.assert(
      fc.property(some, (bytes) => {
        assert.equal(firstBadByte(bytes) < 0, isUtf8(bytes));
        if (!isUtf8(bytes)) assert.ok(read(bytes).fault);
      }),
      { seed, numRuns: 2000 },
    );
  });

  it('keeps UTF-8 as it is, mark and line ends included', () => {
    for (const text of ['', 'a: b\n', '\ufeffé: « œ »\r\n', '# 𝄞\n', 'a: \ufffd\n']) {
      assert.deepEqual(read(Uint8Array.from(Buffer.from(text))), { text });
    }
  });

  it('tells Windows-1252 from ISO-8859-15', () => {
    assert.deepEqual(read(latin1('a: b\nc: soci\xe9t\xe9\n')), {
      text: 'a: b\nc: société\n',
      fault: { encoding: 'windows-1252', line: 2, column: 8, offset: 12 },
    });
    assert.equal(read(latin1('l\x92\x9cuvre, 3 \x80')).text, 'l’œuvre, 3 €');
    // Quotes with no-break spaces look like a sequence of UTF-8: `E9 A0 BB`.
    assert.equal(guess(latin1('\xab\xa0valid\xe9\xa0\xbb')), 'windows-1252');
    const latin9 = read(latin1('c\xbdur de m\xe9tier, 3 \xa4'));
    assert.equal(latin9.fault?.encoding, 'iso-8859-15');
    assert.equal(latin9.text, 'cœur de métier, 3 €');
    assert.equal(guess(latin1('pas \xe0 \xbd prix')), 'windows-1252');
  });

  it('finds UTF-16 and UTF-32, with a mark or without', () => {
    const text = 'version: 1\nediteur: « Société »\n';
    const little = Uint8Array.from(Buffer.from(text, 'utf16le'));
    const marked = Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const wide = new Uint8Array(Uint32Array.from(text.split(''), (one) => one.charCodeAt(0)).buffer);
    assert.equal(guess(little), 'utf-16le');
    assert.equal(guess(swapped(little)), 'utf-16be');
    assert.equal(guess(marked), 'utf-16le');
    assert.equal(guess(swapped(marked)), 'utf-16be');
    assert.equal(guess(wide), 'utf-32le');
    const big = wide.map((_, at) => wide[at ^ 3] ?? 0);
    assert.deepEqual([guess(big), read(big).text], ['utf-32be', text]);
    const withMark = Uint8Array.from([0xff, 0xfe, 0, 0, ...wide]);
    const bigWithMark = withMark.map((_, at) => withMark[at ^ 3] ?? 0);
    assert.deepEqual([guess(withMark), read(withMark).text], ['utf-32le', text]);
    assert.deepEqual([guess(bigWithMark), read(bigWithMark).text], ['utf-32be', text]);
    // Of one letter, and of none.
    assert.deepEqual([Uint8Array.of(0x61, 0), Uint8Array.of(0, 0x61)].map(guess), ['utf-16le', 'utf-16be']);
    for (const short of [Uint8Array.of(0), Uint8Array.of(0, 0), Uint8Array.of(0x61)])
      assert.equal(guess(short), undefined);
    for (const bytes of [little, swapped(little), marked, swapped(marked), wide]) assert.equal(read(bytes).text, text);
  });

  it('reads what a wide encoding does not have as a lost character', () => {
    const lost = (...codes: number[]) => read(new Uint8Array(Uint32Array.from([0xfeff, ...codes]).buffer)).text;
    assert.equal(lost(0x61, 0xd800, 0x110000, 0x1d11e), 'a\ufffd\ufffd𝄞');
    assert.equal(read(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x00, 0xd8, 0x62, 0, 0x63)).text, 'a\ufffdb\ufffd');
  });

  it('guesses nothing of a mixture, of other code pages and of what is no text', () => {
    assert.equal(guess(Uint8Array.from([...Buffer.from('é'), 0x20, 0xe9, 0x20])), 'mixed');
    assert.equal(guess(Uint8Array.from([0xe9, 0x20, ...Buffer.from('l’été')])), 'mixed');
    for (const other of ['soci\x82t\x82 ', 'soci\x8et\x8e', 'fr\x88re', 'a\x81', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'])
      assert.equal(guess(latin1(other)), 'unknown', other);
  });
});
