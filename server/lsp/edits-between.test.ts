import assert from 'node:assert/strict';
import fc from 'fast-check';
import { appliedEdits } from '../../test/protocol/applied-edits';
import { editsBetween } from './edits-between';

describe('the edits between two texts', () => {
  it('leave out the lines that stay, and what a line keeps', () => {
    const before = 'un\r\ndeux\r\ntrois\r\nquatre\r\n';
    assert.deepEqual(editsBetween(before, 'UN\r\ndeux\r\ntrois\r\nquatre-vingts\r\ncinq\r\n'), [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } }, newText: 'UN' },
      { range: { start: { line: 3, character: 6 }, end: { line: 3, character: 6 } }, newText: '-vingts\r\ncinq' },
    ]);
    assert.deepEqual(editsBetween(before, before), []);
  });

  it('make the other text, whatever the two are', () => {
    const line = fc.constantFrom('a', 'b: c', '', '😀é', '😁', '  - x');
    const text = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '')), { maxLength: 12 })
      .map((all) => all.flat().join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = editsBetween(before, after);
        assert.equal(appliedEdits(before, edits), after);
        for (const { range, newText } of edits) {
          assert.doesNotMatch(newText, /^[\udc00-\udfff]|[\ud800-\udbff]$/);
          const { start, end } = range;
          assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character));
        }
      }),
      { seed: 20261130, numRuns: 2000 },
    );
  });
});
