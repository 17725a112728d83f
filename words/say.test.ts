import assert from 'node:assert/strict';
import { say } from './say';

const missing = {
  fr: '{path} : {count, plural, one {# preuve manque} other {# preuves manquent}}.',
  en: '{path}: {count, plural, one {# proof is missing} other {# proofs are missing}}.',
};

describe('say', () => {
  it('puts arguments in their places, and leaves a name that has none', () => {
    const sentence = { fr: '{a} puis {b} et {c}', en: '' };
    assert.equal(say(sentence, 'fr', { a: '1', b: 2 }), '1 puis 2 et {c}');
  });

  it('counts as each language does: zero is one in French, many in English', () => {
    assert.equal(say(missing, 'fr', { path: 'a', count: 0 }), 'a : 0 preuve manque.');
    assert.equal(say(missing, 'fr', { path: 'a', count: 1 }), 'a : 1 preuve manque.');
    assert.equal(say(missing, 'fr', { path: 'a', count: 2 }), 'a : 2 preuves manquent.');
    assert.equal(say(missing, 'fr', { path: 'a', count: 1_000_000 }), 'a : 1\u202f000\u202f000 preuves manquent.');
    assert.equal(say(missing, 'en', { path: 'a', count: 0 }), 'a: 0 proofs are missing.');
    assert.equal(say(missing, 'en', { path: 'a', count: 1 }), 'a: 1 proof is missing.');
    assert.equal(say(missing, 'en', { path: 'a', count: 1234 }), 'a: 1,234 proofs are missing.');
  });

  it('takes the form of one value, other arguments inside a form, and several plurals in a sentence', () => {
    const sentence = {
      fr: '{n, plural, =0 {rien dans {where}} one {# fichier dans {where}} other {# fichiers dans {where}}}, {m, plural, one {# lien} other {# liens}}',
      en: '',
    };
    assert.equal(say(sentence, 'fr', { n: 0, m: 2, where: 'a' }), 'rien dans a, 2 liens');
    assert.equal(say(sentence, 'fr', { n: 3, m: 1, where: 'b' }), '3 fichiers dans b, 1 lien');
  });

  it('takes nothing of an argument for a form', () => {
    const path = '{count, plural, one {#} other {#}} $& # {path}';
    assert.equal(say(missing, 'fr', { path, count: 2 }), `${path} : 2 preuves manquent.`);
    const inside = { fr: '{count, plural, other {# dans {path}}}', en: '' };
    assert.equal(say(inside, 'fr', { path, count: 2 }), `2 dans ${path}`);
  });

  it('writes a number as it is, or as the language does', () => {
    const sentence = { fr: '{line} {line, number}', en: '{line} {line, number}' };
    assert.equal(say(sentence, 'fr', { line: 1234.5 }), '1234.5 1\u202f234,5');
    assert.equal(say(sentence, 'en', { line: 1234.5 }), '1234.5 1,234.5');
  });

  it('shows a plural whose number is unknown in its general form', () => {
    assert.equal(say(missing, 'fr', { path: 'a' }), 'a : {count} preuves manquent.');
  });
});
