import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ChunkedText } from '../../server/core/text/chunked-text';

const seed = 20261122;

/** Long enough to be cut into chunks, in lines of every ending. */
const text = fc
  .array(fc.constantFrom('a\n', 'é\r\n', '\r', 'x'.repeat(900) + '\n', '\n', 'y'.repeat(40_000), 'bc\r\n'), {
    maxLength: 120,
  })
  .map((some) => some.join(''));

const edit = fc.record({
  at: fc.nat(200_000),
  remove: fc.oneof(fc.nat(4), fc.nat(90_000)),
  insert: fc.oneof(fc.constantFrom('', 'z', '\n', '\r', '\r\n', 'a\nb'), text),
});

/** Lines counted in the plainest way. */
function plainLines(text: string) {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length)];
  return {
    lineCount: starts.length,
    position: (offset: number) => {
      const line = starts.filter((start) => start <= offset).length - 1;
      return { line, character: offset - (starts[line] ?? 0) };
    },
  };
}

describe('ChunkedText', () => {
  it('reads and counts lines as the same text in one piece, edit after edit', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(edit, { maxLength: 6 }),
        fc.array(fc.nat(200_000), { maxLength: 8 }),
        (start, edits, spots) => {
          let plain = start;
          let chunked = ChunkedText.of(start);
          for (const { at, remove, insert } of edits) {
            const from = at % (plain.length + 1);
            const to = Math.min(plain.length, from + remove);
            plain = plain.slice(0, from) + insert + plain.slice(to);
            chunked = chunked.replaced(from, to, insert);
            const lines = plainLines(plain);
            assert.equal(chunked.length, plain.length);
            assert.equal(chunked.lineCount, lines.lineCount);
            for (const spot of [...spots, 0, plain.length]) {
              const offset = spot % (plain.length + 1);
              assert.equal(chunked.charAt(offset), plain.charAt(offset));
              assert.equal(chunked.indexOf('\n', offset), plain.indexOf('\n', offset));
              assert.equal(chunked.slice(offset, offset + 70_000), plain.slice(offset, offset + 70_000));
              const position = chunked.position(offset);
              assert.deepEqual(position, lines.position(offset));
              assert.equal(chunked.lineStart(position.line), offset - position.character);
            }
            assert.equal(chunked.lineStart(lines.lineCount), plain.length);
          }
          assert.equal(chunked.toString(), plain);
        },
      ),
      { seed, numRuns: 60 },
    );
  });
});
