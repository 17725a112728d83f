import assert from 'node:assert/strict';
import { commonPath, pathFault, piecePathFault, safePath, safePiecePath, writtenPath } from './evidence-path';

describe('paths of a manifest', () => {
  it('are refused for what no folder of a dossier can hold', () => {
    const faults = {
      ...{ '': 'empty', ' ': 'empty', 'a\u0000b': 'control', 'C:\\a.png': 'drive', 'c:a.png': 'drive' },
      ...{ 'https://exemple.fr/a': 'uri', 'commun:a.png': 'uri', './commun:a.png': 'uri', 'x/../commun:a.png': 'uri' },
      ...{ 'a\\b.png': 'backslash', '/a.png': 'absolute', '../a.png': 'parent', 'a/../../b': 'parent', '.': 'parent' },
    };
    for (const [path, fault] of Object.entries(faults)) assert.equal(pathFault(path), fault, path);
    for (const path of ['a.png', './a/b.png', 'a/../b.png', 'a/commun:b.png']) assert.equal(pathFault(path), undefined);
  });

  it('have one form, those of the common folder behind its prefix', () => {
    assert.equal(safePath('./a//b/../c.png'), 'a/c.png');
    assert.equal(safePiecePath('a/./b.png'), 'a/b.png');
    assert.equal(safePiecePath('commun:a/./b.png'), 'commun:a/b.png');
    assert.equal(safePiecePath('commun:../b.png'), undefined);
    assert.equal(piecePathFault('commun:../b.png'), 'parent');
    assert.equal(commonPath('commun:a.png'), 'a.png');
    assert.equal(commonPath('a/commun:b.png'), undefined);
  });

  it('are written behind a dot where a name begins like a drive', () => {
    assert.equal(writtenPath('a.png'), 'a.png');
    assert.equal(writtenPath('a:b.png'), './a:b.png');
    assert.equal(writtenPath('commun:b.png'), undefined);
  });
});
