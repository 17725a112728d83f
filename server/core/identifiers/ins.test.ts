import assert from 'node:assert/strict';
import { insKey, insLikelihood, isIns } from './ins';

describe('INS key', () => {
  for (const value of ['279035121518989', '269022A00400188', '180032B02040123', '209076322083439', '110086322083060']) {
    it(`accepts ${value}`, () => {
      assert.ok(isIns(value));
      assert.equal(insKey(value.slice(0, 13)), value.slice(13));
    });
  }

  for (const value of [
    '279035121518900',
    '27903512151898',
    '2790351215189891',
    '269022C00400188',
    '2790351215189 89',
    '',
  ]) {
    it(`refuses ${JSON.stringify(value)}`, () => {
      assert.equal(isIns(value), false);
    });
  }

  it('knows no key for what is no matricule', () => {
    assert.equal(insKey('27903512151'), undefined);
    assert.equal(insKey('2790351215189X'), undefined);
  });

  it('counts only the department of Corsica as letters', () => {
    assert.equal(insKey('2A03512151892'), undefined);
  });
});

describe('INS likelihood', () => {
  it('knows the usual, the rare and the impossible', () => {
    assert.equal(insLikelihood('2790351215189'), 'usual');
    assert.equal(insLikelihood('269022A004001'), 'usual');
    assert.equal(insLikelihood('7790351215189'), 'rare');
    assert.equal(insLikelihood('2799951215189'), 'rare');
    for (const none of ['5790351215189', '2791551215189', '2790300215189', '2790351000189', '2790351215000']) {
      assert.equal(insLikelihood(none), 'none', none);
    }
  });
});
