import assert from 'node:assert/strict';
import { findDeclared } from './find-declared';
import { findVersions } from './find-versions';
import { linesOfPairs } from './named-pairs';

describe('pairs that name the software', () => {
  it('are told as lines that others read', () => {
    const lines = linesOfPairs([
      [
        ['nomLogiciel', 'MédiLog'],
        ['version_logiciel', '4.2.1'],
        ['Éditeur', 'MédiSoft SA'],
      ],
    ]);
    assert.deepEqual(findDeclared(lines), [
      { kind: 'software', name: 'MédiLog' },
      { kind: 'vendor', name: 'MédiSoft SA' },
    ]);
    assert.deepEqual(
      findVersions(lines).map(({ before, version }) => [before, version]),
      [['MédiLog', '4.2.1']],
    );
    assert.equal(
      linesOfPairs([
        [
          ['softwareName', 'A'],
          ['vendor', 'B'],
        ],
      ]),
      'Logiciel : A\nÉditeur : B',
    );
  });

  it('say nothing of lists of products, of other keys, and of a vendor of anything', () => {
    assert.equal(linesOfPairs([[['Logiciel', 'A']], [['Logiciel', 'B']]]), '');
    assert.equal(linesOfPairs([[['Logiciel', 'A']], [['Logiciel', 'A']]]), 'Logiciel : A');
    for (const label of ['vendor', 'software', 'logicielMetier', 'name', 'éditeur de texte', 'x'.repeat(100)])
      assert.equal(linesOfPairs([[[label, 'Autre']]]), '', label);
    assert.equal(linesOfPairs([[['Logiciel', ' ']], [['Logiciel', 'x'.repeat(90)]]]), '');
  });
});
