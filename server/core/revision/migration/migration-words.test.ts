import assert from 'node:assert/strict';
import type { MigrationEvent, MigrationPlan } from './migration';
import { migrationSummary } from './migration-words';

const place = { uri: 'file:///d/main.preuves.yaml', range: { start: 0, end: 1 } };
const file = { uri: place.uri, before: '', after: 'x', changes: [] };

function lines(plan: Partial<MigrationPlan>, locale: 'fr' | 'en'): string[] {
  const all = migrationSummary({ files: [file], events: [], added: [], ...plan }, locale);
  return all.map((line) => line.replaceAll(/[\u00a0\u202f]/g, ' '));
}

describe('migrationSummary', () => {
  it('says each thing that is done or left, in both languages', () => {
    for (const [event, fr, en] of [
      [
        { kind: 'head', key: 'catalogue', from: 'a.rem.yaml', ...place },
        'catalogue : a.rem.yaml → catalogue intégré',
        'catalogue: a.rem.yaml → built-in catalogue',
      ],
      [
        { kind: 'head', key: 'catalogue', to: 'b.rem.yaml', ...place },
        'catalogue : catalogue intégré → b.rem.yaml',
        'catalogue: built-in catalogue → b.rem.yaml',
      ],
      [
        { kind: 'renamed', what: 'proof', from: 'A', to: 'B', probable: false, ...place },
        'renommé : A → B',
        'renamed: A → B',
      ],
      [
        { kind: 'renamed', what: 'proof', from: 'A', to: 'B', probable: true, ...place },
        'renommé : A → B (probable, d’après le texte : à vérifier)',
        'renamed: A → B (probable, from the text: to be checked)',
      ],
      [
        { kind: 'review', id: 'A', reason: 'text', ...place },
        'à revoir : A (le texte a changé)',
        'to review: A (the text changed)',
      ],
      [
        { kind: 'review', id: 'A', reason: 'unknown', ...place },
        'à vérifier : A (l’ancien catalogue n’en avait pas le texte)',
        'to check: A (the old catalogue did not have its text)',
      ],
      [
        { kind: 'parked', path: ['exigences', 'A'], evidence: 1, ...place },
        'mis de côté en fin de fichier : exigences › A (1 pièce)',
        'set aside at the end of the file: exigences › A (1 piece of evidence)',
      ],
      [
        { kind: 'left', path: ['exigences', 'A'], reason: 'anchor', ...place },
        'laissé en place, à faire à la main : exigences › A (un alias YAML ailleurs s’y réfère)',
        'left in place, to be done by hand: exigences › A (a YAML alias elsewhere refers to it)',
      ],
    ] as const satisfies readonly (readonly [MigrationEvent, string, string])[]) {
      assert.deepEqual(lines({ events: [event] }, 'fr'), [fr]);
      assert.deepEqual(lines({ events: [event] }, 'en'), [en]);
    }
  });

  it('counts what the new catalogue adds, where anything is written', () => {
    assert.deepEqual(lines({ added: ['A'] }, 'en'), [
      '1 new requirement: “segur-preuves check” says whether it is missing',
    ]);
    assert.deepEqual(lines({ added: ['A', 'B'] }, 'fr'), [
      '2 exigences nouvelles : « segur-preuves check » dit lesquelles manquent',
    ]);
    assert.deepEqual(lines({ added: ['A'], files: [] }, 'fr'), []);
    assert.deepEqual(lines({}, 'fr'), []);
  });
});
