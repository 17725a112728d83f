import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { keyText, scalarText } from './scalar-text';

describe('scalar text', () => {
  it('is plain where that is safe', () => {
    for (const text of ['suffisante', 'preuves/é à.png', 'INS/va1.56', 'Modification demandée']) {
      assert.equal(scalarText(text), text);
    }
  });

  it('always reads back as the same text', () => {
    const texts = [
      '12.40',
      '00000000',
      '2026-11-03',
      'true',
      'null',
      'a: b',
      'a #b',
      '- a',
      '{a}',
      '*a',
      '&a',
      "l'été",
      '"a"',
    ];
    for (const text of [...texts, ' a', 'a ', '', '@a', '%a', 'a,b', 'C:\\x', 'a\tb', '1e3', '0x1F', '~']) {
      for (const like of ['', '"x"', "'x'"]) {
        assert.equal(parse(scalarText(text, like)), text, `${text} like ${like}`);
        assert.deepEqual(parse(`[${scalarText(text, like)}]`), [text]);
        assert.deepEqual(Object.keys(parse(`{ ${keyText(text)}: 1 }`, { schema: 'failsafe' }) as object), [text]);
      }
    }
  });

  it('keeps the quotes of what it replaces', () => {
    assert.equal(scalarText("l'été", "'x'"), "'l''été'");
    assert.equal(scalarText('été', '"x"'), '"été"');
  });
});

describe('keys of other YAML readers', () => {
  it('are quoted where they would be numbers, dates or line ends', () => {
    for (const key of ['1.10', '2026-01-01', 'on', 'a\u2028b', 'a\u0085b']) assert.notEqual(keyText(key), key, key);
    assert.equal(keyText('a\u2028b'), '"a\\u2028b"');
    for (const key of ['INS/va1.56~01', 'SSI/GEN.02 BIS', 'A.01~1e23']) assert.equal(keyText(key), key);
  });
});
