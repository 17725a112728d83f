import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { isMap } from 'yaml';
import { dataLines } from './data-lines';
import { readData } from './read-data';

describe('lines of data', () => {
  it('are those on which nodes begin, in one look at the text', () => {
    const text = Array.from({ length: 300 }, (_, index) => `k${index}: v\n`).join('');
    const { document } = readData(text);
    const root = document?.contents;
    assert.ok(isMap(root));
    const lines = dataLines(text);
    const looks = mock.method(String.prototype, 'charCodeAt');
    const found = root.items.map(({ key }) => lines.of(key));
    const count = looks.mock.callCount();
    looks.mock.restore();
    assert.deepEqual(
      found,
      Array.from({ length: 300 }, (_, index) => index + 1),
    );
    assert.ok(count < 2 * text.length, String(count));
    assert.equal(lines.of(null), 1);
  });

  it('are those at which a text is given up', () => {
    const lineOf = (text: string) => dataLines(text).ofFault(readData(text));
    assert.deepEqual([lineOf('a: 1\nb: "\n'), lineOf(`a: 1\n\nb: ${'['.repeat(5000)}`), lineOf('a: 1\n')], [2, 3, 1]);
    // Where it was opened, and never behind the last line.
    const open = ['a: 1\nb: "x\nc: 2\n\n', 'a: 1\nb: { x: 1\nc: 2\n', 'a: 1\nb: [ x,\n', "b: 'x\n"];
    assert.deepEqual(open.map(lineOf), [2, 2, 2, 1]);
    assert.deepEqual(dataLines('a: 1\n---\nb: 2\n').ofSecond(readData('a: 1\n---\nb: 2\n')), 2);
  });
});
