import assert from 'node:assert/strict';
import { tvaFault } from './tva';

describe('French VAT number', () => {
  it('accepts FR03552081317', () => {
    assert.equal(tvaFault('FR03552081317'), undefined);
  });

  it('tells what is wrong', () => {
    assert.equal(tvaFault('FR04552081317'), 'key');
    assert.equal(tvaFault('FR03552081318'), 'siren');
    assert.equal(tvaFault('03552081317'), 'form');
    assert.equal(tvaFault('FR3552081317'), 'form');
  });
});
