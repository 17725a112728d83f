import assert from 'node:assert/strict';
import { linkedText, namedPieces } from './cell-links';

describe('what a cell with a link names', () => {
  it('is an address or a path, however a spreadsheet program writes it', () => {
    for (const [target, text] of [
      ['https://example.org/r/1?a=b%20c', 'https://example.org/r/1?a=b%20c'],
      ['captures/mon%20%C3%A9cran.png', 'captures/mon écran.png'],
      ['file:///C:/Users/x/a%20b.png', 'C:/Users/x/a b.png'],
      ['file:///\\\\serveur\\p\\a.png', '\\\\serveur\\p\\a.png'],
      ['C:\\p\\a.png', 'C:\\p\\a.png'],
      ['100%.png', '100%.png'],
      ['a#1.png', 'a#1.png'],
      ['mailto:x@example.org', undefined],
      ['#Feuil2!A1', undefined],
      ['', undefined],
    ] as const)
      assert.equal(linkedText(target), text, target);
  });

  const there = new Set(['a.png', 'b.png', 'captures/a.png']);
  const isFile = (text: string) => there.has(text);
  const named = (cell: string, target: string) => namedPieces(cell, target, isFile);

  it('is what it leads to, where it shows no name', () => {
    assert.deepEqual(named('voir', 'captures/a.png'), { parts: ['captures/a.png'] });
    assert.deepEqual(named('', 'https://example.org/r/1'), { parts: ['https://example.org/r/1'] });
    assert.deepEqual(named('Gazelle', 'https://example.org/r/1'), { parts: ['https://example.org/r/1'] });
  });

  it('is both at once, where they are the same', () => {
    assert.deepEqual(named('a.png', 'captures/a.png'), { parts: ['captures/a.png'] });
    assert.deepEqual(named('a.png; b.png', 'captures/a.png'), { parts: ['captures/a.png', 'b.png'] });
    assert.deepEqual(named('a', 'captures/a.png'), { parts: ['captures/a.png'] });
    assert.deepEqual(named('https://example.org', 'https://example.org/'), { parts: ['https://example.org'] });
    assert.deepEqual(named('https://example.org/r…', 'https://example.org/r/1'), {
      parts: ['https://example.org/r/1'],
    });
    assert.deepEqual(named('https://example.org/s…', 'https://example.org/r/1'), {
      parts: ['https://example.org/s…'],
      other: 'https://example.org/r/1',
    });
  });

  it('is what it shows, where it leads elsewhere, and that is said', () => {
    assert.deepEqual(named('a.png', 'b.png'), { parts: ['a.png'], other: 'b.png' });
    assert.deepEqual(named('a.png', 'https://example.org/'), { parts: ['a.png'], other: 'https://example.org/' });
    assert.deepEqual(named('perdu.png', 'b.png'), { parts: ['b.png'] });
    assert.deepEqual(named('perdu.png', 'absent.png'), { parts: ['perdu.png'], other: 'absent.png' });
    assert.deepEqual(named('https://example.org/', 'b.png'), { parts: ['https://example.org/'], other: 'b.png' });
    assert.deepEqual(named('a.png', 'mailto:x@example.org'), { parts: ['a.png'] });
  });
});
