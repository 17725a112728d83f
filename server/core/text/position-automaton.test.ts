import assert from 'node:assert/strict';
import { positionAutomaton } from './position-automaton';

describe('an automaton of a regular expression', () => {
  it('answers like the expression', () => {
    for (const source of ['^(?:a|b[^/]*)$', 'a*', '^(?!x).*b$', '(?=.*a)b', '^$'])
      for (const text of ['', 'a', 'b', 'ab', 'xb', 'b/', 'bca'])
        assert.equal(
          positionAutomaton(source)?.test(text),
          new RegExp(`^(?:${source})`).test(text),
          `${source} ${text}`,
        );
  });

  it('is none of what it does not understand, nor of a pattern that no person wrote', () => {
    for (const source of ['(a)\\1', '(?<=a)b', 'a{1000}', '(', 'a)', 'a'.repeat(5000)])
      assert.equal(positionAutomaton(source), undefined, source.slice(0, 20));
  });
});
