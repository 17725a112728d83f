import assert from 'node:assert/strict';
import type { Piece } from '../../protocol/requests/pieces';
import { picturePieces } from './picture-pieces';

const piece = (path: string, state: Piece['state']): Piece => ({
  path,
  uri: `file:///d/${path}`,
  state,
  description: '',
  uses: [],
});

describe('pieces that are pictures', () => {
  it('are counted where they are there and cited', () => {
    const pieces = [
      piece('a/écran.PNG', 'cited'),
      piece('b.jpeg', 'changed'),
      piece('c.png', 'missing'),
      piece('d.png', 'orphan'),
      piece('e.png.pdf', 'cited'),
      piece('png', 'cited'),
    ];
    assert.equal(picturePieces({ dossiers: [{ uri: 'file:///d/d.preuves.yaml', label: 'D', pieces }] }), 2);
    assert.equal(picturePieces({ dossiers: [] }), 0);
  });
});
