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
    const broken = readData('a: [1\n').document;
    assert.ok(broken && broken.errors.length > 0 && isMap(broken.contents));
    const deep = readData('['.repeat(5000));
    assert.equal(deep.document, undefined);
    assert.ok((deep.tooDeepAt ?? 0) > 50);
  });
});
