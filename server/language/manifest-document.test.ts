import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { ManifestDocument } from './manifest-document';

const seed = 20261122;
const uri = 'file:///a.preuves.yaml';
const text = fc
  .array(fc.constantFrom('a', 'é', '\n', '\r\n', '\r', ' b', '😀'), { maxLength: 30 })
  .map((some) => some.join(''));
const position = fc.record({ line: fc.integer({ min: 0, max: 12 }), character: fc.integer({ min: 0, max: 9 }) });
const change: fc.Arbitrary<TextDocumentContentChangeEvent> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }) },
  { weight: 1, arbitrary: fc.record({ text }) },
);

describe('ManifestDocument', () => {
  it('answers as the documents of the library do', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(change, { maxLength: 5 }),
        fc.array(position, { maxLength: 6 }),
        (start, changes, spots) => {
          let document = ManifestDocument.open(uri, 'preuves-segur', 1, start);
          for (const [index, one] of changes.entries()) {
            const before = TextDocument.create(uri, '', index, document.getText());
            document = document.changed(one, index + 2).document;
            // Afresh: an update of the library keeps line starts that a `\r` and a `\n` brought together no longer have.
            const after = TextDocument.update(before, [one], index + 2).getText();
            const expected = TextDocument.create(uri, 'preuves-segur', index + 2, after);
            assert.equal(document.getText(), after);
            assert.equal(document.version, expected.version);
            assert.equal(document.lineCount, expected.lineCount);
            for (let offset = -1; offset <= after.length + 1; offset++)
              assert.deepEqual(document.positionAt(offset), expected.positionAt(offset));
            for (const spot of [...spots, { line: -1, character: 0 }]) {
              assert.equal(document.offsetAt(spot), expected.offsetAt(spot));
              assert.deepEqual(document.getLineRange(spot.line), expected.getLineRange(spot.line));
              assert.equal(document.getEOLCharacters(spot.line), expected.getEOLCharacters(spot.line));
            }
            const [from, to] = spots;
            if (from && to && expected.offsetAt(from) <= expected.offsetAt(to))
              assert.equal(document.getText({ start: from, end: to }), expected.getText({ start: from, end: to }));
          }
        },
      ),
      { seed, numRuns: 300 },
    );
  });
});
