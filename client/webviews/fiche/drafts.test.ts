import assert from 'node:assert/strict';
import type { TableCell } from '../../../protocol/requests/table-edit';
import { Drafts } from './drafts';

const uri = 'file:///dossier/main.preuves.yaml';
const slot = { proof: 'A.01.01.01', scenario: 'A.01.01', requirement: 'A.01' };
const cell = (value: string): TableCell => ({ kind: 'piece', slot, piece: 0, field: 'commentaire', value });
const drafts = (kept: ConstructorParameters<typeof Drafts>[0] = {}) => new Drafts(kept, () => undefined);

describe('drafts of the fiche', () => {
  it('are sent once, and forgotten only when the manifest has them', () => {
    const own = drafts();
    own.type('a', { text: 'x', uri, cell: cell('x') });
    const edit = own.take('a');
    assert.deepEqual(edit, { edit: 1, uri, cells: [cell('x')] });
    assert.equal(own.take('a'), undefined);
    assert.deepEqual(
      own.takeAll(() => true),
      [],
    );
    own.settle();
    assert.equal(own.get('a')?.text, 'x');
    own.wrote(1);
    assert.equal(own.get('a')?.text, 'x');
    own.settle();
    assert.equal(own.get('a'), undefined);
  });

  it('stay with the reason when they are refused, and can be sent again', () => {
    const own = drafts();
    own.type('a', { text: 'x', uri, cell: cell('x') });
    own.take('a');
    assert.equal(own.refused(1, 'why'), true);
    assert.equal(own.refused(7, 'why'), false);
    assert.equal(own.get('a')?.problem, 'why');
    own.settle();
    assert.equal(own.take('a')?.edit, 2);
    assert.equal(own.get('a')?.problem, undefined);
  });

  it('keep what is typed while an edit is on its way', () => {
    const own = drafts();
    own.type('a', { text: 'x', uri, cell: cell('x') });
    own.take('a');
    own.type('a', { text: 'xy', uri, cell: cell('xy') });
    own.wrote(1);
    own.settle();
    assert.equal(own.get('a')?.text, 'xy');
    assert.deepEqual(own.take('a')?.cells, [cell('xy')]);
  });

  it('are taken together before a save, one edit a dossier, but for what cannot be written', () => {
    const own = drafts();
    own.type('a', { text: 'x', uri, cell: cell('x') });
    own.type('b', { text: 'y', uri, cell: cell('y') });
    own.type('c', { text: 'z', uri: 'file:///other.preuves.yaml', cell: cell('z') });
    own.type('d', { text: '2026-13-01', uri, cell: cell('2026-13-01') });
    own.type('who', { text: 'AM', uri });
    const edits = own.takeAll((id) => id !== 'd');
    assert.deepEqual(
      edits.map((edit) => edit.cells.length),
      [2, 1],
    );
    own.wrote(edits[0]?.edit ?? 0);
    own.settle();
    assert.deepEqual(Object.keys(own.kept()), ['c', 'd', 'who']);
  });

  it('come back after the page was hidden, whatever was on its way', () => {
    const own = drafts();
    own.type('a', { text: 'x', uri, cell: cell('x') });
    own.take('a');
    const again = drafts(structuredClone(own.kept()));
    assert.deepEqual(again.take('a')?.cells, [cell('x')]);
  });
});
