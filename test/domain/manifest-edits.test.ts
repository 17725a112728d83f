import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainManifest } from '../kit/plain-manifest';
import { randomLayout, randomManifest, write } from '../kit/random-manifest';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import type { TextSpanChange } from '../../server/core/manifest/text-span-change';

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(40),
  text: fc.constantFrom('', 'x', '\n', '  a:\n', '- ', '# ', ':', 'exigences:\n', '{', '"'),
});

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly text: string;
}

function apply(text: string, { at, removed, text: inserted }: Edit): { text: string; change: TextSpanChange } {
  const start = Math.floor(at * text.length);
  const end = Math.min(text.length, start + removed);
  const change = { start, removed: end - start, inserted: inserted.length };
  return { text: text.slice(0, start) + inserted + text.slice(end), change };
}

describe('parseManifest with the change it is told', () => {
  it('reads the same as afresh, edit after edit', () => {
    fc.assert(
      fc.property(
        randomManifest({ faults: 10 }),
        randomLayout,
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (start, layout, edits) => {
          let text = write(start, layout);
          let incremental = parseManifest(text);
          for (const one of edits) {
            const result = apply(text, one);
            text = result.text;
            incremental = parseManifest(text, incremental, result.change);
            assert.deepEqual(plainManifest(incremental), plainManifest(parseManifest(text)));
          }
        },
      ),
      { seed: 5, numRuns: 120 },
    );
  });
});
