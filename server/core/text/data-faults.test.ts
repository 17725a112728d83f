import assert from 'node:assert/strict';
import { say } from '../messages/say';
import { dataFaults } from './data-faults';
import { dataLines } from './data-lines';
import { readData } from './read-data';

const told = (text: string, locale: 'fr' | 'en' = 'fr') =>
  dataFaults(readData(text), dataLines(text), (key) => key.toLowerCase()).map(({ sentence, args }) =>
    say(sentence, locale, args),
  );

describe('faults of data', () => {
  it('are keys that are written twice, at the second one, at any depth', () => {
    assert.deepEqual(told('avis:\n  Conforme: a\n  b: c\n  CONFORME: d\n'), [
      'ligne 4 : « CONFORME » est écrit deux fois ; gardez-en un',
    ]);
    assert.deepEqual(told('a:\n  - { x: 1 }\n  - { x: 1, X: 2 }\na: 1\n', 'en').sort(), [
      'line 3: “X” is written twice; keep one of them',
      'line 4: “a” is written twice; keep one of them',
    ]);
  });

  it('are documents behind the first', () => {
    assert.deepEqual(told('a: 1\n---\nb: 1\n', 'en'), [
      'line 1: this file holds several YAML documents (with --- between them); keep one of them',
    ]);
  });

  it('are none of what says each thing once', () => {
    for (const text of ['', 'a: 1\nb: { a: 1 }\nc: [{ a: 1 }, { a: 1 }]\n', '- a\n- a\n', 'a:\n'])
      assert.deepEqual(told(text), []);
  });
});
