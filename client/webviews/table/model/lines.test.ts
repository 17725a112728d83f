import assert from 'node:assert/strict';
import { usualLook } from '../page-state';
import { tableWords } from '../../../table/table-words';
import { type Line, linesOf, narrowedTo, valuesOf } from './lines';
import { madeUpRow } from './made-up-rows';

const words = tableWords.fr;
const rows = [
  madeUpRow('P1', {
    status: 'provided',
    statusLabel: 'fournie',
    follow: { responsible: 'QA', due: '2026-12-10', inherited: [] },
  }),
  madeUpRow('P2', {
    chapter: 'DMP',
    pieces: [
      { kind: 'file', label: 'a.png', date: '2026-10-02' },
      { kind: 'link', label: 'https://x', comment: 'Écran de l’INS' },
    ],
  }),
  madeUpRow('P10', { follow: { responsible: 'AM', due: '2026-12-02', work: 'fait', inherited: [] } }),
  madeUpRow('P3', {
    chapter: 'DMP',
    status: 'incomplete',
    statusLabel: 'incomplète',
    follow: { work: 'à faire', inherited: [] },
  }),
];
const shown = (look: object, folded: readonly string[] = []) =>
  linesOf(rows, { look: { ...usualLook, group: 'none', ...look }, folded: new Set(folded), words, locale: 'fr' });
const named = ({ lines }: { readonly lines: readonly Line[] }) =>
  lines.map((line) =>
    line.kind === 'group' ? `[${line.label}]` : `${line.row.id}${line.piece ? `+${line.piece}` : ''}`,
  );

describe('the lines of the table', () => {
  it('are a line for each piece of a proof, in the order of the REM', () => {
    assert.deepEqual(named(shown({})), ['P1', 'P2', 'P2+1', 'P10', 'P3']);
  });

  it('are grouped as the REM goes, by person with nobody last, by state with what is wrong first', () => {
    assert.deepEqual(named(shown({ group: 'chapter' })), ['[INS]', 'P1', 'P10', '[DMP]', 'P2', 'P2+1', 'P3']);
    assert.deepEqual(named(shown({ group: 'responsible' })), [
      '[AM]',
      'P10',
      '[QA]',
      'P1',
      '[Personne]',
      'P2',
      'P2+1',
      'P3',
    ]);
    assert.deepEqual(
      named(shown({ group: 'state' })).filter((one) => one.startsWith('[')),
      ['[incomplète]', '[à fournir]', '[fournie]'],
    );
  });

  it('of a folded group are its head, which counts them', () => {
    const folded = shown({ group: 'chapter' }, ['chapter:INS']);
    assert.deepEqual(named(folded), ['[INS]', '[DMP]', 'P2', 'P2+1', 'P3']);
    const [head] = folded.lines;
    assert.ok(head?.kind === 'group');
    assert.deepEqual([head.provided, head.total, folded.shown], [1, 2, 4]);
  });

  it('are sorted with figures as figures, empty ones last either way, and equal ones in the order of the REM', () => {
    assert.deepEqual(named(shown({ sort: { column: 'proof', descending: false } })), ['P1', 'P2', 'P2+1', 'P3', 'P10']);
    assert.deepEqual(named(shown({ sort: { column: 'due', descending: false } })), ['P10', 'P1', 'P2', 'P2+1', 'P3']);
    assert.deepEqual(named(shown({ sort: { column: 'due', descending: true } })), ['P1', 'P10', 'P2', 'P2+1', 'P3']);
    assert.deepEqual(named(shown({ sort: { column: 'work', descending: false } })), ['P3', 'P10', 'P1', 'P2', 'P2+1']);
    assert.deepEqual(named(shown({ sort: { column: 'state', descending: false } }))[0], 'P3');
  });

  it('that match a filter are shown with all pieces of their proof', () => {
    assert.deepEqual(named(shown({ filters: { comment: { contains: 'ecran' } } })), ['P2', 'P2+1']);
    assert.deepEqual(named(shown({ filters: { responsible: { values: ['', 'AM'] } } })), ['P2', 'P2+1', 'P10', 'P3']);
    assert.deepEqual(named(shown({ filters: { state: { values: [] } } })), []);
    assert.equal(shown({ filters: { state: { values: [] } } }).shown, 0);
  });

  it('are searched word by word in every column, accents and apostrophes aside', () => {
    assert.deepEqual(named(shown({ search: "l'ins ECRAN" })), ['P2', 'P2+1']);
    assert.deepEqual(named(shown({ search: 'fournie qa' })), ['P1']);
    assert.deepEqual(named(shown({ search: 'fournie am' })), []);
  });

  it('have values to choose from, with the empty one first', () => {
    assert.deepEqual(valuesOf(rows, 'responsible', words, 'fr'), [
      { value: '', count: 2 },
      { value: 'AM', count: 1 },
      { value: 'QA', count: 1 },
    ]);
  });

  it('say of whom and of which chapter they all are, once something is filtered', () => {
    const narrowed = (look: object) => narrowedTo(rows, { ...usualLook, ...look }, words);
    assert.deepEqual(narrowed({}), {});
    assert.deepEqual(narrowed({ filters: { responsible: { values: ['AM'] } } }).person, 'AM');
    // Of two people, and of nobody: no one person.
    assert.equal(narrowed({ filters: { responsible: { values: ['AM', 'QA'] } } }).person, undefined);
    assert.equal(narrowed({ filters: { responsible: { values: [''] } } }).person, undefined);
    assert.deepEqual(narrowed({ search: 'P3' }), { chapter: 'DMP' });
    assert.deepEqual(narrowed({ search: 'rien de tel' }), {});
  });
});
