import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import { contextAt } from '../../server/language/cursor/context-at';
import { cursorContext } from '../../server/language/cursor/cursor-context';
import { randomLayout, randomManifest, write } from '../kit/random-manifest';

const slip = fc.constantFrom('', '\n', '\n      ', '\n  ', '- ', ':', '{', '"', '# ', ' |\n', '\n        a: [b,');

describe('the place of a cursor inside an entry', () => {
  it('is told from the entry as it is from the whole text', () => {
    fc.assert(
      fc.property(
        randomManifest({ faults: 5 }),
        randomLayout,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
        slip,
        (written, layout, places, typed) => {
          const before = write(written, layout);
          for (const place of places) {
            const at = Math.floor(place * before.length);
            const text = before.slice(0, at) + typed + before.slice(at);
            const offset = at + typed.length;
            assert.deepEqual(contextAt(parseManifest(text), offset), cursorContext(text, offset));
          }
        },
      ),
      { seed: 20261122, numRuns: 150 },
    );
  });
});
