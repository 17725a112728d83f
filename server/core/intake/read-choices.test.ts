import assert from 'node:assert/strict';
import { say } from '../messages/say';
import { readChoices } from './read-choices';

const told = (text: string, locale: 'fr' | 'en' = 'fr') =>
  readChoices(text).problems.map(({ sentence, args }) => say(sentence, locale, args));

describe('the mapping of a tracking sheet', () => {
  it('names the sheet, the headers of its columns and the words of its states', () => {
    const { choices, problems } = readChoices(
      'feuille: Suivi\ncolonnes: { preuve: Réf., fichier: [Doc A, Doc B, [C]] }\netats: { "Livré": FAIT }\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(choices, {
      sheet: 'Suivi',
      columns: new Map([
        ['preuve', ['Réf.']],
        ['fichier', ['Doc A', 'Doc B']],
      ]),
      states: new Map([['livre', 'fait']]),
    });
  });

  it('tells, with its line, a value that says nothing', () => {
    assert.deepEqual(told('colonnes:\n  preuve:\n  fichier: ["", []]\n'), [
      'ligne 2 : « preuve » attend un texte, ou une liste de textes',
      'ligne 3 : « fichier » attend un texte, ou une liste de textes',
    ]);
    assert.deepEqual(told('feuille: [A, B]\n'), ['ligne 1 : « feuille » attend un texte']);
    assert.deepEqual(told('feuille:\n', 'en'), ['line 1: “feuille” expects a text']);
    assert.deepEqual(readChoices('feuille: [A]\ncolonnes: { preuve: }\n').choices, {});
  });

  it('tells that a key which has keys of its own has none', () => {
    assert.deepEqual(told('colonnes: Réf.\netats:\n'), [
      'ligne 1 : « colonnes » attend des clés et leurs valeurs',
      'ligne 2 : « etats » attend des clés et leurs valeurs',
    ]);
    assert.deepEqual(told('etats: [fait]\n', 'en'), ['line 1: “etats” expects keys and their values']);
  });

  it('tells a key that is none, the nearest first', () => {
    assert.deepEqual(told('feuile: Suivi\n? [a]\n: b\n'), [
      'ligne 1 : « feuile » n’est pas une clé ; attendu : feuille, colonnes, etats',
      'ligne 2 : «  » n’est pas une clé ; attendu : feuille, colonnes, etats',
    ]);
    assert.match(told('etats: { Go: parfait, Stop: [fait] }\n', 'en').join('\n'), /“parfait” is no state of work/);
  });

  it('tells a key that is written twice, and a second document', () => {
    const twice = [
      ['feuille: A\nfeuille: B\n', 'feuille', 2],
      ['colonnes:\n  preuve: A\n  preuve: B\n', 'preuve', 3],
      ['etats:\n  Livré: fait\n  LIVRE: a_faire\n', 'LIVRE', 3],
    ] as const;
    for (const [text, key, line] of twice) {
      const own = (locale: 'fr' | 'en') =>
        told(text, locale).filter((one) => one.includes('écrit') || one.includes('written'));
      assert.deepEqual(own('fr'), [`ligne ${line} : « ${key} » est écrit deux fois ; gardez une seule de ces lignes`]);
      assert.deepEqual(own('en'), [`line ${line}: “${key}” is written twice; keep one of these lines`]);
    }
    assert.deepEqual(told('feuille: A\n---\nfeuille: B\n'), [
      'ligne 2 : un second document commence ici, qui ne serait pas lu ; retirez la ligne « --- »',
    ]);
  });

  it('tells where a text stops to be YAML, and that a text is none', () => {
    assert.deepEqual(
      told('feuille: Suivi\ncolonnes: { preuve: "Réf.\n', 'fr').map((one) => one.slice(0, 48)),
      ['ligne 2 : ce fichier ne se lit pas comme du YAML'],
    );
    for (const text of ['', 'Suivi', '- feuille: A\n', '['.repeat(2000)])
      assert.deepEqual(told(text, 'en'), [
        'line 1: this file does not read as YAML; expected: feuille, colonnes, etats',
      ]);
    assert.match(
      told(`feuille: A\netats: ${'['.repeat(2000)}`, 'en').join('\n'),
      /^line 2: this file does not read as YAML/,
    );
  });
});
