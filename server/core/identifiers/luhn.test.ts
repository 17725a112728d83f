import assert from 'node:assert/strict';
import { passesLuhn } from './luhn';

describe('Luhn check', () => {
  it('accepts and refuses', () => {
    assert.equal(passesLuhn('732829320'), true);
    assert.equal(passesLuhn('732829321'), false);
    assert.equal(passesLuhn('0'), true);
    assert.equal(passesLuhn(''), false);
    assert.equal(passesLuhn('7a'), false);
  });
});
