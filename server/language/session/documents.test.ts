import assert from 'node:assert/strict';
import { Documents } from './documents';

const uri = 'file:///a.preuves.yaml';
const at = (line: number, character: number) => ({ line, character });

describe('Documents', () => {
  it('says what a series of edits did to the text', () => {
    const documents = new Documents();
    documents.open(uri, 'preuves-segur', 1, 'un\r\ndeux\r\ntrois\r\n');
    const changed = documents.change(uri, 2, [
      { range: { start: at(2, 0), end: at(2, 5) }, text: 'quatre' },
      { range: { start: at(1, 0), end: at(2, 0) }, text: '' },
    ]);
    assert.equal(changed?.document.getText(), 'un\r\nquatre\r\n');
    assert.deepEqual(changed.span, { start: 4, removed: 11, inserted: 6 });
    assert.equal(changed.document.version, 2);
  });

  it('takes a whole text, no change at all, and edits of a document that is not open', () => {
    const documents = new Documents();
    documents.open(uri, 'preuves-segur', 1, 'abc');
    assert.deepEqual(documents.change(uri, 2, [{ text: 'abcd' }])?.span, { start: 0, removed: 3, inserted: 4 });
    assert.equal(documents.change(uri, 3, [])?.span, undefined);
    assert.equal(documents.change('file:///b', 1, [{ text: '' }]), undefined);
  });
});
