import assert from 'node:assert/strict';
import { resolveLocale } from './locale';

describe('locale', () => {
  it('is the one asked for; else that of what is around, in French or English; else French', () => {
    assert.equal(resolveLocale('fr', 'en'), 'fr');
    assert.equal(resolveLocale('en', 'fr'), 'en');
    assert.equal(resolveLocale('auto', 'en-GB'), 'en');
    assert.equal(resolveLocale(undefined, 'en_US.UTF-8'), 'en');
    assert.equal(resolveLocale('auto', 'fr'), 'fr');
    assert.equal(resolveLocale('de', 'de'), 'fr');
    assert.equal(resolveLocale(undefined, 'eng-spoken'), 'fr');
    assert.equal(resolveLocale(undefined), 'fr');
  });
});
