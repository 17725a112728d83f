import assert from 'node:assert/strict';
import { rppsFault, rppsOfNationalId } from './rpps';

describe('RPPS', () => {
  for (const value of ['99700218896', '01234567897', '01234560801']) {
    it(`accepts ${value}`, () => {
      assert.equal(rppsFault(value), undefined);
    });
  }

  it('tells what is wrong', () => {
    assert.equal(rppsFault('99700218897'), 'key');
    assert.equal(rppsFault('10101234567'), 'key');
    assert.equal(rppsFault('9970021889'), 'form');
    assert.equal(rppsFault('00000000000'), 'zeros');
  });

  it('stands behind an 8 in a national identifier', () => {
    assert.equal(rppsOfNationalId('899700218896'), '99700218896');
    assert.equal(rppsOfNationalId('801234567897'), '01234567897');
    assert.equal(rppsOfNationalId('0123456789'), undefined);
    assert.equal(rppsOfNationalId('1920008059'), undefined);
  });
});
