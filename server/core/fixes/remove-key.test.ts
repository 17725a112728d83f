import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { applyChanges } from './verified';
import { removeKey } from './remove-key';

/** The text without what stands between the marks. */
function without(marked: string): string | undefined {
  const [before = '', inside = '', after = ''] = marked.split(/[⟦⟧]/);
  const text = before + inside + after;
  const change = removeKey('file:///a', text, { start: before.length, end: before.length + inside.length });
  return change && applyChanges(text, [change]);
}

describe('a key taken out', () => {
  it('leaves the lines around it as they are', () => {
    assert.equal(
      without('- a: 1 # un\n  ⟦b:\n    c: 2⟧ # deux\n    # trois\n  # de d\n  d: 4\n'),
      '- a: 1 # un\n  # de d\n  d: 4\n',
    );
    assert.equal(without('- a: 1\r\n  ⟦b: { c: 2 }⟧\r\n- d: 4\r\n'), '- a: 1\r\n- d: 4\r\n');
    assert.equal(without('- a: 1\n  ⟦b: 2⟧'), '- a: 1');
  });

  it('lets the next key take its place after a dash', () => {
    assert.equal(without('  - ⟦a:\n      b: 1⟧\n    c: 2\n'), '  - c: 2\n');
    assert.equal(without('  - ⟦a: 1⟧\n  - c: 2\n'), undefined);
  });

  it('takes a comma along between braces', () => {
    assert.equal(without('- { a: 1, ⟦b: { c: 2 }⟧, d: 3 }'), '- { a: 1, d: 3 }');
    assert.equal(without('- { a: 1, ⟦b: 2⟧ }'), '- { a: 1 }');
    assert.equal(without('- { ⟦b: 2⟧, d: 3 }'), '- { d: 3 }');
    const spread = without('- {\n    a: 1,\n    ⟦b: 2⟧,\n    c: 3 }');
    assert.deepEqual(parse(spread ?? ''), [{ a: 1, c: 3 }]);
    const last = without('- {\n    a: 1,\n    ⟦b: 2⟧\n  }');
    assert.deepEqual(parse(last ?? ''), [{ a: 1 }]);
    assert.equal(without('- { ⟦b: 2⟧ }'), undefined);
  });

  it('does not touch what an alias stands for', () => {
    assert.equal(without('- ⟦*a⟧'), undefined);
  });

  it('takes no more than the key, whatever stands before, behind or between', () => {
    assert.equal(without('⟦a: 1⟧\nb: 2\n'), '\nb: 2\n');
    assert.equal(without('- - ⟦a: 1⟧\n    b: 2\n'), '- - b: 2\n');
    assert.equal(without('-   ⟦a: 1⟧ # un\n    b: 2\n'), '-   b: 2\n');
    assert.equal(without('- ⟦a: 1⟧\n\n  # de b\n  b: 2\n'), undefined);
    assert.equal(without('  - ⟦{ a: 1⟧, b: 2 }\n'), undefined);
    // Between braces that begin a line.
    assert.equal(without('- { a: 1,\n    ⟦b: 2⟧, c: 3 }'), '- { a: 1, c: 3 }');
    assert.equal(without('- {\n  ⟦a: 1⟧ ,\n  b: 2 }'), '- {\n  b: 2 }');
    assert.equal(without('- {⟦a: 1⟧,b: 2}'), '- {b: 2}');
    // A block text ends with its line.
    assert.equal(without('- a: 1\n  ⟦b: |\n    x\n⟧  c: 2\n'), '- a: 1\n  c: 2\n');
    // A brace far before is not the one that the key stands in.
    assert.equal(without('- { x: { y: 1 } }\n- [ ⟦a: 1⟧, b ]\n'), undefined);
  });
});
