import assert from 'node:assert/strict';

import { decodeEntryName } from './entry-name-charset';

describe('decodeEntryName', () => {
  it('reads UTF-8, with or without the flag', () => {
    assert.equal(decodeEntryName(Buffer.from('été'), true), 'été');
    assert.equal(decodeEntryName(Buffer.from('été'), false), 'été');
  });

  it('reads code page 437 without the flag', () => {
    assert.equal(decodeEntryName(Uint8Array.of(0x82, 0x74, 0x82), false), 'été');
    assert.equal(decodeEntryName(Uint8Array.of(0xff, 0x80), false), '\u00a0Ç');
  });

  it('does not guess when the flag says UTF-8', () => {
    assert.equal(decodeEntryName(Uint8Array.of(0x82), true), undefined);
  });
});
