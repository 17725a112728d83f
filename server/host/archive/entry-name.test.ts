import assert from 'node:assert/strict';

import { collisionKey } from '../../core/configuration/entry-names';
import { EntryNames, unsafeNameReason } from './entry-name';

describe('entry names', () => {
  for (const name of [
    '',
    '/etc/passwd',
    '../a',
    'a/../b',
    'a/..',
    './a',
    'a/.',
    'a//b',
    'a/',
    'a\\b',
    'C:/a',
    'c:a',
    'a\0b',
    'a\nb',
    'a\u007f',
    '\ud800',
    'x'.repeat(65536),
  ]) {
    it(`refuses ${JSON.stringify(name.slice(0, 20))}`, () => {
      assert.notEqual(unsafeNameReason(name), undefined);
      assert.throws(() => new EntryNames().take(name), { name: 'ArchiveError', code: 'unsafe-name', entry: name });
    });
  }

  for (const name of [
    'a',
    'preuves/INS/va1.56.02.01-consommation.mp4',
    'Identité nationale de santé/pièce n°1 (été).png',
    '.caché',
    'a..b/..c/d..',
    'capture 12:30.png',
    '😀.txt',
    'x'.repeat(65535),
  ]) {
    it(`accepts ${JSON.stringify(name.slice(0, 20))}`, () => {
      assert.equal(unsafeNameReason(name), undefined);
    });
  }

  it('composes accents', () => {
    assert.equal(new EntryNames().take('e\u0301te\u0301'), 'été');
  });

  for (const [first, second] of [
    ['a', 'a'],
    ['été.png', 'e\u0301te\u0301.png'],
    ['Été.PNG', 'éTÉ.png'],
    ['ς', 'Σ'],
    ['a', 'a/b'],
    ['a/b/c', 'A/B'],
  ] as const) {
    it(`refuses ${first} with ${second}`, () => {
      const names = new EntryNames();
      names.take(first);
      assert.throws(() => names.take(second), { code: 'duplicate-name', entry: second.normalize('NFC') });
    });
  }

  it('lets files share folders', () => {
    const names = new EntryNames();
    for (const name of ['a/b', 'a/c', 'A/d', 'ab']) names.take(name);
  });

  it('gives names that differ only by case or accents form one key', () => {
    assert.equal(collisionKey('ÉTÉ'), collisionKey('e\u0301te\u0301'));
    assert.notEqual(collisionKey('ete'), collisionKey('été'));
  });
});
