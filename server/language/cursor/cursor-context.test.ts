import assert from 'node:assert/strict';
import { cursorContext } from './cursor-context';

/** `a/b/[]:value` of what stands at `‸`. */
function at(marked: string) {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const context = cursorContext(text, offset);
  if (!context) return undefined;
  const path = context.path.map((step) => (step.kind === 'key' ? step.key : '[]')).join('/');
  return {
    where: `${path}:${context.at}`,
    prefix: context.prefix,
    token: context.token,
    replaced: text.slice(context.replace.start, context.replace.end),
  };
}
const where = (marked: string) => at(marked)?.where;

describe('cursorContext', () => {
  it('follows the margin', () => {
    assert.equal(where('a:\n  b:\n    c: ‸'), 'a/b/c:value');
    assert.equal(where('a:\n  b:\n    c: 1\n  ‸'), 'a:key');
    assert.equal(where('a:\n  b:\n    c: 1\n‸'), ':key');
    assert.equal(where('a:\n  b: 1\n\n  # text: 2\n  ‸\nz: 1'), 'a:key');
  });

  it('knows items, on the line of the dash and below, indented or not', () => {
    assert.equal(where('a:\n  - b: ‸'), 'a/[]/b:value');
    assert.equal(where('a:\n  - b: 1\n    c: ‸'), 'a/[]/c:value');
    assert.equal(where('a:\n- b: 1\n  ‸'), 'a/[]:key');
    assert.equal(where('a:\n- b: 1\n- ‸'), 'a/[]:key');
    assert.equal(where('a:\n  - - x: ‸'), 'a/[]/[]/x:value');
    assert.equal(where('a:\n  - b: 1\n  ‸'), 'a:key');
  });

  it('reads what is typed and what would be replaced', () => {
    assert.deepEqual(at('a: pre‸fix # note'), { where: 'a:value', prefix: 'pre', token: 'prefix', replaced: 'prefix' });
    assert.deepEqual(at('a: "pre‸fix"'), { where: 'a:value', prefix: 'pre', token: 'prefix', replaced: '"prefix"' });
    assert.deepEqual(at('ab‸c: 1'), { where: ':key', prefix: 'ab', token: 'abc', replaced: 'abc' });
    assert.deepEqual(at('"INS/va1‸.56":'), {
      where: ':key',
      prefix: 'INS/va1',
      token: 'INS/va1.56',
      replaced: '"INS/va1.56"',
    });
    assert.deepEqual(at('a: https://x.fr/y‸'), {
      where: 'a:value',
      prefix: 'https://x.fr/y',
      token: 'https://x.fr/y',
      replaced: 'https://x.fr/y',
    });
  });

  it('enters flow collections, also over several lines', () => {
    assert.equal(where('a: [x, ‸]'), 'a/[]:value');
    assert.equal(where('a: { b: 1, ‸ }'), 'a:key');
    assert.equal(where('a: { b: ‸ }'), 'a/b:value');
    assert.equal(where('- { b: { c: ‸'), '[]/b/c:value');
    assert.equal(where('a: {\n  b: 1,\n  c: ‸\n}'), 'a/c:value');
    assert.equal(where('a: [x] ‸'), undefined);
    assert.deepEqual(at('a: [one, tw‸o, three]'), { where: 'a/[]:value', prefix: 'tw', token: 'two', replaced: 'two' });
    assert.deepEqual(at('a: { b: o‸ne }'), { where: 'a/b:value', prefix: 'o', token: 'one', replaced: 'one' });
  });

  it('stays out of comments and texts', () => {
    assert.equal(where('a: 1 # ‸'), undefined);
    assert.equal(where('a: |\n  b: ‸'), undefined);
    assert.equal(where('a: >-\n  ‸'), undefined);
    assert.equal(where('a: "x # ‸"'), 'a:value');
  });

  it('copes with Windows line ends, anchors and half-typed lines', () => {
    assert.equal(where('a:\r\n  b: 1\r\n  ‸\r\n'), 'a:key');
    assert.equal(where('a:\n  b: &x\n    - c: ‸'), 'a/b/[]/c:value');
    assert.equal(where('a:\n  b:\n    c\n    ‸'), 'a/b:key');
    assert.equal(where('a:\n  b:‸'), 'a/b:value');
    assert.equal(where('‸'), ':key');
  });

  it('says nothing deeper than anything that means something', () => {
    assert.equal(where(`a: ${'['.repeat(90)}‸`), `a/${'[]/'.repeat(90).slice(0, -1)}:value`);
    assert.equal(where(`a: ${'['.repeat(200)}‸`), undefined);
    assert.equal(where(`a: ${'{'.repeat(1_000_000)}‸`), undefined);
  });

  it('never fails, wherever the cursor is', () => {
    const text = 'a: [x, {y: "z]}\n  - b: \'\n\t c: |\n? d\n: e\n--- # f\n&g h: *i\r\n  - - {';
    for (let offset = 0; offset <= text.length; offset++) cursorContext(text, offset);
  });
});
