import assert from 'node:assert/strict';
import { mergeFiles } from './merge-files';

const names = { ours: 'nous', theirs: 'eux' };
const utf8 = (text: string) => Buffer.from(text, 'utf8');
const latin = (text: string) => Buffer.from(text, 'latin1');
const merge = (base: Buffer, ours: Buffer, theirs: Buffer) =>
  mergeFiles({ base, ours, theirs }, 'a.preuves.yaml', names);

describe('versions of a file in encodings', () => {
  const text = 'a: été\nb: 1\nc: 2\nd: 3\ne: 4\n';

  it('are merged in the one that both have, their bytes as they are', () => {
    const merged = merge(latin(text), latin(text.replace('b: 1', 'b: é')), latin(text.replace('e: 4', 'e: à')));
    assert.ok(merged.kind === 'merged');
    assert.deepEqual([merged.bytes, merged.conflicts], [latin('a: été\nb: é\nc: 2\nd: 3\ne: à\n'), []]);
  });

  it('are not put beside each other in two', () => {
    const [ours, theirs] = [text.replace('b: 1', 'b: é'), text.replace('e: 4', 'e: à')];
    assert.deepEqual(merge(latin(text), latin(ours), utf8(theirs)), { kind: 'noText' });
    assert.deepEqual(merge(utf8(text), utf8(ours), latin(theirs)), { kind: 'noText' });
  });

  it('stay whole where one side alone changed, and fit where one has no letter that differs', () => {
    const converted = merge(latin(text), utf8(text), latin(text));
    assert.ok(converted.kind === 'merged');
    assert.deepEqual(converted.bytes, utf8(text));
    const plain = 'b: 1\nc: 2\nd: 3\ne: 4\n';
    const merged = merge(utf8(plain), latin(plain.replace('1', 'é')), utf8(plain.replace('4', '5')));
    assert.ok(merged.kind === 'merged');
    assert.deepEqual(merged.bytes, latin('b: é\nc: 2\nd: 3\ne: 5\n'));
  });
});

describe('a manifest that was cut off on one side', () => {
  it('is asked whole', () => {
    const [base, ours] = [utf8('version: 1\na: 1\n'), utf8('version: 1\na: 2\n')];
    const merged = merge(base, ours, utf8(''));
    assert.ok(merged.kind === 'merged');
    assert.deepEqual(
      merged.conflicts.map(({ kind }) => kind),
      ['emptied'],
    );
  });
});
