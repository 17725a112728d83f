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
