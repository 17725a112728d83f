import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BlockList, type ParsedBlock } from './block-list';

const seed = 20261122;

/** Blocks of these lengths, one behind the other. */
function blocks(lengths: readonly number[], from = 0): ParsedBlock[] {
  let start = from;
  return lengths.map((length) => {
    const block = { start, end: start + length, kind: 'entry', section: 'exigences', entryIndent: length } as const;
    start = block.end;
    return { ...block, content: { facts: [], keys: [], problems: [] }, whole: false, mentionsIgnore: false, opened: 0 };
  });
}

const lengths = (maxLength: number) => fc.array(fc.integer({ min: 1, max: 9 }), { maxLength });
const replacement = fc.record({ from: fc.nat(400), count: fc.nat(60), lengths: lengths(80) });

describe('BlockList', () => {
  it('holds what a plain list holds, replacement after replacement', () => {
    fc.assert(
      fc.property(lengths(300), fc.array(replacement, { maxLength: 8 }), (start, replacements) => {
        let plain = [...start];
        let list = BlockList.of(blocks(plain));
        for (const { from: spot, count, lengths: inserted } of replacements) {
          const from = spot % (plain.length + 1);
          const to = Math.min(plain.length, from + count);
          const at = plain.slice(0, from).reduce((sum, length) => sum + length, 0);
          plain = [...plain.slice(0, from), ...inserted, ...plain.slice(to)];
          list = list.replaced(from, to, blocks(inserted, at));
          const expected = blocks(plain);
          assert.deepEqual([...list], expected);
          assert.equal(list.length, expected.length);
          for (const index of [0, from, to, plain.length - 1]) assert.deepEqual(list.at(index), expected[index]);
          for (const [index, block] of expected.entries()) {
            assert.equal(list.indexAt(block.start), index);
            assert.equal(list.indexAt(block.end - 1), index);
          }
        }
      }),
      { seed, numRuns: 100 },
    );
  });

  it('keeps the pages that an edit does not touch', () => {
    const list = BlockList.of(blocks(Array.from({ length: 1000 }, () => 5)));
    const edited = list.replaced(500, 501, blocks([8], 2500));
    const kept = edited.pages.filter((page) => list.pages.includes(page));
    assert.equal(kept.length, list.pages.length - 1);
  });
});
