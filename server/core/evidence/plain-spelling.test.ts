import assert from 'node:assert/strict';
import { plainSpelling } from './plain-spelling';

describe('a text in plain spelling', () => {
  const spellings = {
    'a comma of a calendar between digits': ['2\\,79\\,a', '2 79\\,a'],
    'an ampersand of HL7': ['A\\T\\1.2.250.1.213.1.4.10\\T\\ISO', 'A&1.2.250.1.213.1.4.10&ISO'],
    'numbers of characters': ['&#x32;&#55;9', '279'],
    'a line end by its number, so that lines can be counted': ['a&#10;b&#xD;c', 'a b c'],
    'a number that no character has': ['a&#x110000;b', 'a b'],
    'names, whatever their case': ['&eacute;&EACUTE;&Eacute;', 'ééÉ'],
    'a name that it does not know': ['a&frac12;b &zwnj;', 'a&frac12;b &zwnj;'],
  };
  for (const [what, [written, plain]] of Object.entries(spellings))
    it(`has ${what}`, () => {
      assert.equal(plainSpelling(written ?? ''), plain);
    });
});
