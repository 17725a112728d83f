import assert from 'node:assert/strict';
import { EvidenceChanges } from './evidence-changes';

describe('EvidenceChanges', () => {
  it('tells what changed since then', () => {
    const changes = new EvidenceChanges();
    const start = changes.generation;
    changes.note('a.png');
    const middle = changes.generation;
    changes.note('b.png');
    changes.note('b.png');
    assert.deepEqual([...(changes.since(start) ?? [])], ['a.png', 'b.png']);
    assert.deepEqual([...(changes.since(middle) ?? [])], ['b.png']);
    assert.equal(changes.since(middle), changes.since(middle));
    assert.deepEqual([...(changes.since(changes.generation) ?? [])], []);
  });

  it('does not claim to know when it does not', () => {
    const changes = new EvidenceChanges();
    changes.note('a.png');
    changes.note();
    const after = changes.generation;
    assert.equal(changes.since(0), undefined);
    for (let index = 0; index < 25_000; index++) changes.note(`${String(index)}.png`);
    assert.equal(changes.since(after), undefined);
    assert.equal(changes.since(changes.generation - 3)?.size, 3);
  });
});
