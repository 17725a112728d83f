import assert from 'node:assert/strict';
import { isSameSubject, type Subject } from './subject';

const scenario = (id: string, within?: string): Subject => ({
  kind: 'scenario',
  id,
  known: false,
  ...(within === undefined ? {} : { within }),
});
const proof = (id: string, of: string, within?: string): Subject => ({
  ...scenario(id, within),
  kind: 'proof',
  scenario: of,
});

describe('two places that speak of the same', () => {
  it('are told by what they stand under as well, whatever the writing of the ids', () => {
    for (const [a, b, isSame] of [
      [scenario('S.1', 'A.01'), scenario('s.1', 'a.01'), true],
      [scenario('S.1', 'A.01'), scenario('S.1', 'A.02'), false],
      [scenario('S.1', 'A.01'), scenario('S.1'), false],
      [scenario('S.1'), scenario('S.1', 'A.01'), false],
      [scenario('S.1'), scenario('S.1'), true],
      [proof('P', 'S.1', 'A.01'), proof('P', 's.1', 'A.01'), true],
      [proof('P', 'S.1', 'A.01'), proof('P', 'S.2', 'A.01'), false],
      [proof('P', 'S.1'), proof('P', 'S.1', 'A.01'), false],
      [proof('P', 'S.1'), scenario('P'), false],
    ] as const)
      assert.equal(isSameSubject(a, b), isSame, JSON.stringify([a, b]));
  });

  it('are compared as the catalogue writes them where it knows both', () => {
    const known = (id: string): Subject => ({ kind: 'requirement', id, known: true });
    assert.equal(isSameSubject(known('A.1'), known('a.1')), false);
    assert.equal(isSameSubject(known('A.1'), { ...known('a.1'), known: false }), true);
    assert.equal(
      isSameSubject({ kind: 'file', id: 'a', known: false }, { kind: 'file', id: 'A', known: false }),
      false,
    );
  });
});
