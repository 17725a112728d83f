import assert from 'node:assert/strict';
import { isMap } from 'yaml';
import { readData } from './read-data';

describe('readData', () => {
  it('takes every scalar for a text', () => {
    const { document, several } = readData('a: 12.10\nno: ~\n');
    assert.deepEqual(document?.toJS(), { a: '12.10', no: '~' });
    assert.equal(several, false);
  });

  it('tells of several documents, of none, of errors and of too much depth', () => {
    assert.equal(readData('a: 1\n---\nb: 2\n').several, true);
    assert.equal(readData('').document, undefined);
    assert.equal(readData('# a\n').document, undefined);
    const broken = readData('a: [1\n').document;
    assert.ok(broken && broken.errors.length > 0 && isMap(broken.contents));
    const deep = readData('['.repeat(5000));
    assert.equal(deep.document, undefined);
    assert.equal(deep.unread?.reason, 'deep');
    assert.ok(deep.unread.at > 50);
  });

  it('reads nothing of a text that is longer or more broken than any file of ours, and says why', () => {
    const line = (unit: string, count = 10_001) =>
      Array.from({ length: count }, (_, index) => `k${index}: ${unit}\n`).join('');
    assert.deepEqual(
      [line('v'), line('"\\q"', 1001), line('v', 10_000)].map((text) => {
        const { document, unread } = readData(text);
        return [document === undefined, unread?.reason];
      }),
      [
        [true, 'entries'],
        [true, 'errors'],
        [false, undefined],
      ],
    );
  });
});
