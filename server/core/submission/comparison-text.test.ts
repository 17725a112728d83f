import assert from 'node:assert/strict';
import { compareStates } from './compare-states';
import { comparisonMarkdown, comparisonPage, comparisonText } from './comparison-text';
import type { FiledProof, FiledState } from './filed-state';

const names = { before: 'a.zip', after: 'dossier' };
const place = { chapter: 'Un', requirement: 'R', scenario: 'R.01', proof: 'R.01.01' };
const [one, other] = ['1'.repeat(64), '2'.repeat(64)];
const piece = (value: string, sha256?: string) => ({ kind: 'fichier' as const, value, ...(sha256 ? { sha256 } : {}) });
const state = (proofs: readonly FiledProof[], more: Partial<FiledState> = {}): FiledState => ({ proofs, ...more });

describe('differences in words', () => {
  it('name what was not told before or after, statements, and what is only in one of the two', () => {
    const before = state(
      [
        { ...place, status: 'provided', pieces: [piece('a.png', one), piece('b.png')] },
        { chapter: 'Un', requirement: 'R', scenario: 'R.02', pieces: [piece('d.pdf', one)] },
        { chapter: 'Un', requirement: 'R', pieces: [piece('e.pdf', one)] },
        { chapter: 'Un', pieces: [piece('f.pdf', one)] },
      ],
      { software: 'L', catalogueVersion: '1.0' },
    );
    const after = state([{ ...place, pieces: [piece('a.png', other), piece('c.png')] }], {
      dispositif: 'D',
      software: 'L',
    });
    const comparison = compareStates(before, after);
    assert.deepEqual(comparisonText(comparison, names, 'fr').split('\n'), [
      'Différences : a.zip → dossier',
      '',
      'Dispositif : aucun → D',
      'Version du REM : 1.0 → aucun',
      'R.01.01  Un',
      '  ! fournie → aucun',
      '  ~ a.png (111111111111 → 222222222222)',
      '  ~ b.png → c.png (? → ?)',
      'R.02 (déclaration)  Un',
      '  - d.pdf',
      'R (déclaration)  Un',
      '  - e.pdf',
      ' (déclaration)  Un',
      '  - f.pdf',
      '',
      '0 pièce ajoutée, 3 retirées, 2 remplacées, 0 renommée ; 1 statut changé',
      '',
    ]);
    const english = comparisonMarkdown(comparison, names, 'en').split('\n');
    assert.deepEqual(english.slice(2, 5), ['- Dispositif: none → D', '- REM version: 1.0 → none', '']);
    assert.ok(english.includes('| R.02 (statement) |  | removed: d.pdf |'), english.join('\n'));
    const page = comparisonPage(comparison, names, 'en');
    assert.ok(page.includes('<li class="removed"><b>removed</b> d.pdf</li>'), page);
  });

  it('say what was compared where one of the two holds a part alone', () => {
    const whole = state([{ ...place, status: 'provided', pieces: [] }]);
    const line = (part: FiledState, locale: 'fr' | 'en') =>
      comparisonText(compareStates(part, whole), names, locale).split('\n')[1];
    const chapters = state([], { chapters: ['Deux', 'Trois'] });
    assert.deepEqual(
      [line(chapters, 'fr'), line(chapters, 'en')],
      ['Comparaison limitée à : Deux, Trois', 'Comparison limited to: Deux, Trois'],
    );
    const answers = state([], { answers: true });
    assert.deepEqual(
      [line(answers, 'fr'), line(answers, 'en')],
      [
        'Comparaison limitée aux preuves du dépôt de réponses',
        'Comparison limited to the proofs of the package of answers',
      ],
    );
    assert.match(
      comparisonMarkdown(compareStates(chapters, whole), names, 'fr'),
      /\nComparaison limitée à : Deux, Trois\n/,
    );
  });
});
