import assert from 'node:assert/strict';
import { foldedId, keysOf, keyWord, type Namesake } from './namesakes';

const entry = (printed: string, words: readonly string[], text: string): Namesake => ({
  printed,
  words,
  text,
  content: [printed, ...words, text].join('|'),
});

describe('keys of entries', () => {
  it('are the printed id where no other entry has it', () => {
    assert.deepEqual(keysOf([entry('A.01', ['Général'], 'a'), entry('A.02', ['Général'], 'a')]), ['A.01', 'A.02']);
  });

  it('add the first word that no namesake has, and none keeps the bare id', () => {
    const three = [
      entry('A.01', ['Général', 'INS', '01'], 'a'),
      entry('A.01', ['Médecin traitant', 'INS', '02'], 'b'),
      entry('a. 01', ['Médecin traitant', 'DMP', '03'], 'c'),
    ];
    assert.deepEqual(keysOf(three), ['A.01~general', 'A.01~02', 'a. 01~dmp']);
    assert.deepEqual(keysOf([...three].reverse()), ['a. 01~dmp', 'A.01~02', 'A.01~general']);
  });

  it('add four digits of the text where no word tells, then of all the rest', () => {
    const [one, two] = keysOf([entry('A.01', ['x'], 'un'), entry('A.01', ['x'], 'deux')]);
    assert.match(one ?? '', /^A\.01~[0-9a-f]{4}$/);
    assert.notEqual(one, two);
    assert.equal(keysOf([entry('A.01', ['x'], ' un\u00a0'), entry('A.01', ['x'], 'deux')])[0], one);
    const same = [
      { ...entry('A.01', [], 'un'), content: 'a' },
      { ...entry('A.01', [], 'un'), content: 'b' },
    ];
    const keys = keysOf(same);
    assert.notEqual(keys[0], keys[1]);
    assert.deepEqual(keysOf([...same].reverse()), [...keys].reverse());
  });

  it('do not change for an entry whose word stays its own when a namesake appears', () => {
    const two = [entry('A.01', ['Général', 'INS'], 'a'), entry('A.01', ['Médecin', 'INS'], 'b')];
    const three = [entry('A.01', ['Médecin', 'DMP'], 'c'), ...two];
    assert.equal(keysOf(two)[0], 'A.01~general');
    assert.equal(keysOf(three)[1], 'A.01~general');
  });

  it('have words of ASCII letters, digits and hyphens, cut between two of them', () => {
    assert.equal(keyWord('Intégration INS (œuvre)'), 'integration-ins-oeuvre');
    assert.equal(keyWord("Stockage des copies de titres d'identité"), 'stockage-des-copies-de');
    assert.equal(foldedId(' ins/ va1.56\u200b'), 'INS/VA1.56');
  });
});
