import assert from 'node:assert/strict';
import { evidenceFolders, touchesFolder } from './evidence-folders';

describe('evidence folders', () => {
  it('are the outermost `preuves` above a file, whole, or its own folder', () => {
    const paths = [
      'preuves/INS/preuves/a.png',
      'preuves/b.png',
      'x/Preuves/c.png',
      'docs/d.pdf',
      'docs/e/f.pdf',
      'top.png',
      'commun:docs/g.pdf',
    ];
    assert.deepEqual(evidenceFolders(paths), [
      { path: 'docs', whole: false },
      { path: 'docs/e', whole: false },
      { path: 'preuves', whole: true },
      { path: 'x/Preuves', whole: true },
    ]);
  });

  it('are touched by what is in them, by themselves and by what is above them', () => {
    const folder = { path: 'x/preuves', whole: true };
    for (const path of ['x/preuves/a/b.png', 'x/preuves', 'X']) assert.ok(touchesFolder(folder, path), path);
    for (const path of ['x/preuves2/a.png', 'y', 'x/pre']) assert.ok(!touchesFolder(folder, path), path);
  });
});
