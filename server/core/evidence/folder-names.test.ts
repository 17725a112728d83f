import assert from 'node:assert/strict';
import { FolderNames } from './folder-names';

describe('the names in a folder', () => {
  it('are found as written, else by the only one that differs by case or Unicode form', () => {
    const names = new FolderNames(['Ecran.PNG', 'a.png', 'A.PNG', 'é.png']);
    assert.equal(names.find('a.png'), 'a.png');
    assert.equal(names.find('ecran.png'), 'Ecran.PNG');
    assert.equal(names.find('e\u0301.PNG'), 'é.png');
    // Two differ by case alone: which of them is meant, nobody can tell.
    assert.equal(names.find('A.png'), undefined);
    assert.equal(names.find('absent'), undefined);
    assert.ok(!names.has('A.png'));
  });
});
