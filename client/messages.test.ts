import assert from 'node:assert/strict';
import { resolveLanguage } from './language';
import { messagesFor } from './messages';
import { formatBytes } from './numbers';

const [fr, en] = [messagesFor('fr'), messagesFor('en')];

describe('messages', () => {
  it('are chosen by the setting; auto follows an editor in French or English', () => {
    assert.equal(resolveLanguage('fr', 'en'), 'fr');
    assert.equal(resolveLanguage('en', 'fr'), 'en');
    assert.equal(resolveLanguage(undefined, 'en'), 'fr');
    assert.equal(resolveLanguage('auto', 'en-GB'), 'en');
    assert.equal(resolveLanguage('auto', 'fr'), 'fr');
    assert.equal(resolveLanguage('auto', 'de'), 'fr');
  });

  it('say the same things in both languages', () => {
    assert.deepEqual(Object.keys(en).sort(), Object.keys(fr).sort());
    for (const key of Object.keys(fr) as (keyof typeof fr)[]) assert.equal(typeof en[key], typeof fr[key], key);
  });

  it('count as each language does', () => {
    const figures = { dossiers: 1, errors: 0, warnings: 2, infos: 1 };
    assert.equal(fr.checked(figures), '1 dossier vérifié : 0 erreur, 2 avertissements, 1 information.');
    assert.equal(en.checked(figures), '1 dossier checked: 0 errors, 2 warnings, 1 information.');
  });

  it('write sizes as each language does', () => {
    assert.equal(formatBytes(0, 'fr'), '0 octets');
    assert.equal(formatBytes(3_440_000, 'fr'), '3,4 Mo');
    assert.equal(formatBytes(3_440_000, 'en'), '3.4 MB');
    assert.equal(formatBytes(5e15, 'en'), '5,000 TB');
  });
});
