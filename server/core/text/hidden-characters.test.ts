import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { hiddenCharacter, jsonWithoutHidden, shownHidden, withoutHidden, yamlWithoutHidden } from './hidden-characters';

describe('hidden characters', () => {
  it('are those that nobody sees', () => {
    const all = ['\u0007', '\u007f', '\u009b', '\u00ad', '\u061c', '\u200b', '\u200e', '\u200f', '\u2028', '\u202a', '\u202e', '\u2066', '\u2069', '\u2060', '\ufeff', '\u{e0041}', '\u200d']; // prettier-ignore
    for (const one of all) {
      assert.ok(hiddenCharacter(`a${one}b`), encodeURIComponent(one));
      assert.equal(withoutHidden(`a${one}b`), 'ab');
      assert.equal(JSON.parse(jsonWithoutHidden(JSON.stringify(`a${one}b`))), `a${one}b`);
      assert.equal(parse(yamlWithoutHidden(`"a${one}b"`)), `a${one}b`);
    }
    assert.equal(shownHidden('a\u202egol.exe.log'), 'a<U+202E>gol.exe.log');
  });

  it('are none of what people write', () => {
    for (const text of ['é à\u00a0: «\u202fœ\u202f»\t3\u2009%\r\n', 'e\u0301', '👩\u200d💻 ❤\ufe0f', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', 'می\u200cخواهم'])
      assert.equal(hiddenCharacter(text), undefined, text); // prettier-ignore
  });
});
