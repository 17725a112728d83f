import assert from 'node:assert/strict';
import { pieceFolder } from './piece-folder';

describe('the folder of evidence', () => {
  it('is a layout of names, and the folders that can be made at once', () => {
    assert.deepEqual(pieceFolder('captures'), { noms: 'captures/{preuve}-{nom}', start: 'captures' });
    assert.deepEqual(pieceFolder(' ./a/b/ '), { noms: 'a/b/{preuve}-{nom}', start: 'a/b' });
    assert.deepEqual(pieceFolder('pièces/{chapitre}'), { noms: 'pièces/{chapitre}/{preuve}-{nom}', start: 'pièces' });
  });

  it('stays in the dossier, and has the name that it was given on every system', () => {
    for (const folder of [
      ...['', '.', '..', '../a', '/a', 'C:/a', 'a\\b', 'a//b', 'a/{inconnu}', 'a{', 'a/{nom}'],
      ...['a:b', 'con', 'a.', 'dossier', 'a\u0007b', 'é'.repeat(60)],
    ])
      assert.ok('fault' in pieceFolder(folder), folder);
  });
});
