import assert from 'node:assert/strict';
import type { Piece, PieceState } from '../../protocol/requests/pieces';
import { pieceIcons, pieceMark, pieceRows, type PieceRow } from './piece-rows';

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
});
