import assert from 'node:assert/strict';
import { messagesFor } from './messages';

const [fr, en] = [messagesFor('fr'), messagesFor('en')];

describe('messages', () => {
  it('say the same things in both languages', () => {
    assert.deepEqual(Object.keys(en).sort(), Object.keys(fr).sort());
    for (const key of Object.keys(fr) as (keyof typeof fr)[]) assert.equal(typeof en[key], typeof fr[key], key);
  });

  it('count as each language does', () => {
    const figures = { dossiers: 1, errors: 0, warnings: 2, infos: 1 };
    assert.equal(fr.checked(figures), '1 dossier vérifié : 0 erreur, 2 avertissements, 1 information.');
    assert.equal(en.checked(figures), '1 dossier checked: 0 errors, 2 warnings, 1 information.');
  });
});
