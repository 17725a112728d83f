import assert from 'node:assert/strict';
import type { FiledPiece, FiledProof, FiledState } from './filed-state';
import { compareStates } from './compare-states';
import { comparisonSummary } from './comparison-summary';
import { stateTexts } from './state-texts';

const file = (value: string, digit: string): FiledPiece => ({
  kind: 'fichier',
  value,
  sha256: digit.repeat(64),
  size: 1234,
});
const proof = (id: string, pieces: readonly FiledPiece[], more: Partial<FiledProof> = {}): FiledProof => ({
  chapter: 'Identité',
  requirement: id.slice(0, -6),
  scenario: id.slice(0, -3),
  proof: id,
  status: 'provided',
  pieces,
  ...more,
});
const state = (proofs: readonly FiledProof[], more: Partial<FiledState> = {}): FiledState => ({
  dispositif: 'MDV-LGC-Va2',
  proofs,
  ...more,
});
/** Lines of one text that the other one lacks. */
const only = (one: string, other: string) => one.split('\n').filter((line) => !other.split('\n').includes(line));

describe('stateTexts', () => {
  it('has a fact on each line', () => {
    const pieces: FiledPiece[] = [
      file('preuves/a.png', '1'),
      { kind: 'lien', value: 'https://x.fr/1' },
      { kind: 'execution', value: '4127' },
      { kind: 'fichier', value: 'preuves/perdu.png' },
    ];
    const { before } = stateTexts(state([proof('A.01.01', pieces), proof('A.01.02', [])]), state([]), 'fr');
    assert.equal(
      before.replaceAll('\u202f', ' '),
      `Dispositif : MDV-LGC-Va2
Logiciel : inconnu
Version du logiciel : inconnu
Version du REM : inconnu

Identité
  A.01.01 : fournie
    exécution 4127
    fichier preuves/a.png
      SHA-256 ${'1'.repeat(64)}
      1 234 octets
    fichier preuves/perdu.png
      contenu non lu
    lien https://x.fr/1
  A.01.02 : fournie
    aucune pièce
`,
    );
    assert.match(stateTexts(state([proof('A.01.01', pieces)]), state([]), 'en').before, /execution 4127/);
  });

  it('differs only where a fact does, whatever the order of proofs and pieces', () => {
    const [a, b] = [file('a.png', '1'), file('b.png', '2')];
    const before = state([proof('X.01.01', [a, b]), proof('Y.01.01', [a]), proof('Z.01.01', [b])]);
    const after = state([proof('Z.01.01', [b]), proof('X.01.01', [b, a]), proof('Y.01.01', [file('a.png', '3')])]);
    const texts = stateTexts(before, after, 'fr');
    assert.deepEqual(only(texts.before, texts.after), []);
    assert.deepEqual(only(texts.after, texts.before), [`      SHA-256 ${'3'.repeat(64)}`]);
    const order = (text: string) => text.split('\n').filter((line) => /^ {2}\S/.test(line));
    assert.deepEqual(order(texts.before), order(texts.after));
  });

  it('has the status of a proof where it has one, in the marks of each language', () => {
    const statement: FiledProof = { chapter: 'Identité', requirement: 'A.01', pieces: [file('d.pdf', '1')] };
    const text = (locale: 'fr' | 'en') =>
      stateTexts(state([proof('A.01.01', []), statement]), state([]), locale)
        .before.split('\n')
        .filter((line) => /^ {2}\S/.test(line));
    assert.deepEqual(text('fr'), ['  A.01.01 : fournie', '  A.01 (déclaration)']);
    assert.deepEqual(text('en'), ['  A.01.01: provided', '  A.01 (statement)']);
  });

  it('puts a proof that is gone beside its former neighbour', () => {
    const [first, gone, last] = [proof('A.01.01', []), proof('B.01.01', []), proof('C.01.01', [])];
    const { before, after } = stateTexts(state([first, gone, last]), state([first, last]), 'fr');
    assert.deepEqual(only(before, after), ['  B.01.01 : fournie']);
    assert.ok(before.indexOf('A.01') < before.indexOf('B.01') && before.indexOf('B.01') < before.indexOf('C.01'));
    assert.ok(stateTexts(state([gone]), state([first, last]), 'fr').before.includes('B.01.01'));
  });

  it('shows a limit to chapters on both sides, and a name with a line break on one line', () => {
    const psc = proof('PSC.01.01', [file('a\n  b.png', '1')], { chapter: 'Pro Santé Connect' });
    const whole = state([proof('A.01.01', []), psc]);
    const part = state([psc], { chapters: ['Pro Santé Connect'] });
    const { before, after } = stateTexts(whole, part, 'en');
    assert.equal(before, after);
    assert.match(before, /Chapters: Pro Santé Connect\n[\s\S]* {4}file a b\.png\n/);
  });
});

describe('comparisonSummary', () => {
  it('has the figures that are not zero, and what changed of the head', () => {
    const before = state([proof('A.01.01', [file('a', '1')]), proof('B.01.01', [])]);
    const after = state([proof('A.01.01', [file('a', '2'), file('b', '3'), file('c', '4')])], { softwareVersion: '2' });
    const summary = (locale: 'fr' | 'en') => comparisonSummary(compareStates(before, after), locale);
    assert.equal(
      summary('fr'),
      'Version du logiciel : aucun → 2 ; 2 pièces ajoutées, 1 pièce remplacée, 1 statut changé',
    );
    assert.equal(summary('en'), 'Software version: none → 2; 2 pieces added, 1 piece replaced, 1 status changed');
    assert.equal(comparisonSummary(compareStates(after, after), 'en'), 'No difference');
  });
});
