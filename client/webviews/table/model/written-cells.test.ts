import assert from 'node:assert/strict';
import { tableColumns } from '../../../../protocol/webview/table-view';
import { tableWords } from '../../../table/table-words';
import { textOf } from './columns';
import { madeUpRow } from './made-up-rows';
import { dayOf, writtenCell } from './written-cells';

const french = { words: tableWords.fr, locale: 'fr' } as const;
const english = { words: tableWords.en, locale: 'en' } as const;
const row = madeUpRow('P1', {
  pieces: [
    {
      kind: 'file',
      label: 'a.png',
      date: '2026-10-02',
      version: '12.4',
      comment: 'vu',
      review: { verdict: 'insuffisante', by: 'Martin, A.', on: '2026-10-03' },
    },
  ],
  follow: { responsible: 'AM', work: 'en cours', inherited: ['responsible'] },
});
const { slot } = row;

describe('what is typed in a cell', () => {
  it('is written where it belongs', () => {
    assert.deepEqual(writtenCell('date', row, 0, ' 2026-11-03 ', french), {
      kind: 'cell',
      cell: { kind: 'piece', slot, piece: 0, field: 'date', value: '2026-11-03' },
    });
    assert.deepEqual(writtenCell('note', row, 0, 'a\r\nb  \n', french), {
      kind: 'cell',
      cell: { kind: 'piece', slot, piece: 0, field: 'note_interne', value: 'a\nb' },
    });
    assert.deepEqual(writtenCell('conformity', row, 0, 'Il appelle\r\nINSi \n', french), {
      kind: 'cell',
      cell: { kind: 'entry', slot, level: 'scenario', field: 'conformite.texte', value: 'Il appelle\nINSi' },
    });
    assert.deepEqual(writtenCell('due', row, 0, '', { ...french }), { kind: 'same' });
    assert.deepEqual(writtenCell('comment', row, 0, '', french), {
      kind: 'cell',
      cell: { kind: 'piece', slot, piece: 0, field: 'commentaire', value: '' },
    });
  });

  it('that is there already is not written again, in any column and language', () => {
    for (const words of [french, english])
      for (const column of tableColumns) {
        if (column === 'responsible') continue;
        assert.equal(writtenCell(column, row, 0, textOf(column, row, 0, words.words), words).kind, 'same', column);
      }
  });

  it('over an inherited value is written for the proof; there is nothing there to empty', () => {
    assert.equal(writtenCell('responsible', row, 0, 'AM', french).kind, 'cell');
    assert.deepEqual(writtenCell('responsible', row, 0, '', french), {
      kind: 'problem',
      message: french.words.inheritedCell,
    });
  });

  it('is work and opinion in the words of either language', () => {
    for (const [typed, words] of [
      ['A verifier', french],
      ['to check', english],
      ['à vérifier', english],
    ] as const) {
      const written = writtenCell('work', row, 0, typed, words);
      assert.ok(written.kind === 'cell' && written.cell.kind === 'follow');
      assert.equal(written.cell.value, 'à vérifier');
    }
    assert.deepEqual(writtenCell('review', row, 0, 'Sufficient, Martin, A., 2026-11-04', english), {
      kind: 'cell',
      cell: { kind: 'review', slot, piece: 0, par: 'Martin, A.', le: '2026-11-04', avis: 'suffisante' },
    });
    assert.deepEqual(writtenCell('review', row, 0, '', french), {
      kind: 'cell',
      cell: { kind: 'review', slot, piece: 0, par: '', le: '', avis: '' },
    });
  });

  it('is refused where it is not what the column holds', () => {
    for (const [column, typed] of [
      ['date', '2026-02-30'],
      ['due', 'demain'],
      ['work', 'presque'],
      ['review', 'suffisante'],
      ['review', 'suffisante, , 2026-11-04'],
      ['state', 'fournie'],
      ['piece', 'b.png'],
    ] as const)
      assert.equal(writtenCell(column, row, 0, typed, french).kind, 'problem', `${column} ${typed}`);
  });

  it('waits for a piece where it is about one', () => {
    assert.deepEqual(writtenCell('version', madeUpRow('P2'), 0, '13', french), {
      kind: 'problem',
      message: french.words.needsPiece,
    });
    const two = madeUpRow('P3', {
      pieces: [
        { kind: 'file', label: 'a' },
        { kind: 'file', label: 'b' },
      ],
    });
    assert.equal(writtenCell('responsible', two, 1, 'AM', french).kind, 'problem');
    assert.equal(writtenCell('version', two, 1, '13', french).kind, 'cell');
  });

  it('is a day as spreadsheets in French write it, and in English only where it cannot be another', () => {
    assert.equal(dayOf('3/11/2026', 'fr'), '2026-11-03');
    assert.equal(dayOf('3/11/2026', 'en'), undefined);
    assert.equal(dayOf('31/02/2026', 'fr'), undefined);
    assert.equal(dayOf('2026-11-3', 'fr'), undefined);
  });
});
