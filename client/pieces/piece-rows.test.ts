import assert from 'node:assert/strict';
import type { Piece, PieceState } from '../../protocol/requests/pieces';
import { pieceIcons, pieceMark, pieceRows, type PieceRow, remarked } from './piece-rows';

const piece = (path: string, state: PieceState = 'cited', uses: Piece['uses'] = []): Piece => ({
  path,
  uri: `file:///d/${path}`,
  state,
  description: state,
  uses,
});
const ids = (row: PieceRow): string[] => [row.id, ...row.children.flatMap(ids)];

describe('the rows of the pieces', () => {
  const pieces = [piece('a.png'), piece('p/b.png', 'cited', [{ label: 'X.1' }, { label: 'X.1' }]), piece('p/q/c.png')];

  it('stand by folder, each file with what cites it; a dossier of its own row only beside another', () => {
    const only = pieceRows({ dossiers: [{ uri: 'd', label: 'D', pieces }] });
    assert.deepEqual(
      only.map(({ kind, label, children }) => `${kind} ${label} ${children.length}`),
      ['piece a.png 0', 'folder p 1', 'folder p/q 1'],
    );
    assert.deepEqual(
      only[1]?.children[0]?.children.map(({ label }) => label),
      ['X.1', 'X.1'],
    );
    const two = pieceRows({
      dossiers: [
        { uri: 'd', label: 'D', pieces },
        { uri: 'e', label: 'E', pieces },
      ],
    });
    assert.deepEqual(
      two.map(({ kind, label }) => `${kind} ${label}`),
      ['dossier D', 'dossier E'],
    );
    const all = two.flatMap(ids);
    assert.equal(new Set(all).size, all.length);
  });

  it('have a shape of their own for each state, and marks for what the explorer shows', () => {
    const states = Object.keys(pieceIcons) as PieceState[];
    assert.equal(new Set(states.map((state) => pieceIcons[state].id)).size, states.length);
    assert.deepEqual(
      states.map((state) => pieceMark(state)?.badge),
      ['✓', undefined, '○', '✓', '≠', undefined, undefined],
    );
  });

  it('are marked anew only where something else is known of the file', () => {
    const named = (...all: Piece[]) => new Map(all.map((one) => [one.uri, one]));
    const before = named(piece('a.png'), piece('b.png'), piece('gone.png', 'orphan'), piece('words.png'));
    const words = { ...piece('words.png'), description: 'inchangée' };
    const after = named(
      piece('a.png', 'cited', [{ label: 'X.1' }]),
      piece('b.png', 'changed'),
      words,
      piece('new.png'),
    );
    const found = [...remarked(before, after)].sort();
    assert.deepEqual(
      found,
      ['b.png', 'gone.png', 'new.png', 'words.png'].map((one) => `file:///d/${one}`),
    );
    assert.deepEqual(remarked(after, after), []);
  });
});
