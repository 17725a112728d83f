import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainManifest } from '../kit/plain-manifest';
import { applyEdit, randomEdit } from '../kit/random-edit';
import { randomLayout, randomManifest, write } from '../kit/random-manifest';
import { parseManifest } from '../../server/core/manifest/parse-manifest';

describe('parseManifest with the change it is told', () => {
  it('reads the same as afresh, edit after edit', () => {
    fc.assert(
      fc.property(
        randomManifest({ faults: 10 }),
        randomLayout,
        fc.array(randomEdit, { minLength: 1, maxLength: 4 }),
        (start, layout, edits) => {
          let text = write(start, layout);
          let incremental = parseManifest(text);
          for (const one of edits) {
            const result = applyEdit(text, one);
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
