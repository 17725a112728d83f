import assert from 'node:assert/strict';
import { ChunkedText } from './chunked-text';

describe('a text in chunks', () => {
  const line = `${'x'.repeat(1000)}\n`;
  const long = line.repeat(100);

  it('is read to its end, and from places beyond it', () => {
    const text = ChunkedText.of('a\nb');
    assert.equal(text.slice(2), 'b');
    assert.deepEqual([text.slice(2, 1), text.slice(9), text.charAt(9)], ['', '', '']);
    assert.deepEqual([text.indexOf('b'), text.indexOf('b', 3), text.lineStart(-1), text.lineStart(7)], [2, -1, 0, 3]);
    const empty = ChunkedText.of('');
    assert.deepEqual([empty.lineCount, empty.position(4), empty.slice(0)], [1, { line: 0, character: 0 }, '']);
  });

  it('is cut at any of its lines', () => {
    for (let lines = 0; lines <= 100; lines++) {
      const cut = ChunkedText.of(long).replaced(line.length * lines, long.length, '');
      assert.equal(cut.length, line.length * lines);
      assert.equal(cut.lineCount, lines + 1);
      assert.equal(cut.replaced(cut.length, cut.length, 'z').toString().at(-1), 'z');
    }
  });

  it('loses its end, a line end across chunks, and all of it', () => {
    for (const [start, end, added] of [
      [40_000, long.length, ''],
      [33_000, 66_000, ''],
      [line.length * 50, long.length, ''],
      [line.length * 33 - 1, line.length * 33, ''],
      [0, long.length, ''],
      [line.length * 33, line.length * 66, 'y'],
    ] as const) {
      const plain = long.slice(0, start) + added + long.slice(end);
      const cut = ChunkedText.of(long).replaced(start, end, added);
      assert.equal(cut.toString(), plain, String(start));
      assert.equal(cut.lineCount, plain.split('\n').length);
      assert.equal(cut.position(plain.length).line, plain.split('\n').length - 1);
    }
  });
});
