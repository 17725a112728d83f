import assert from 'node:assert/strict';
import { isLedger, isMergedByEntries, isTeamFile, mergedPatterns } from './merged-files';

describe('files that are merged entry by entry', () => {
  it('are those that git is told of, wherever they are', () => {
    const [configuration, discussion, ledger] = [mergedPatterns[1], mergedPatterns[2], mergedPatterns.at(-1)];
    assert.ok(configuration !== undefined && discussion !== undefined && ledger !== undefined);
    const named = [
      'va2.preuves.yaml',
      configuration,
      discussion.replace('**', 'dossier').replace('*', 'fil'),
      'portefeuille.yaml',
      'suivi-depot.yaml',
      ledger.replace('*', 'recette'),
    ];
    for (const path of named) assert.deepEqual([isTeamFile(path), isTeamFile(`a b/é/${path}`)], [true, true], path);
    for (const path of [
      'va2.rem.yaml',
      'fil.yaml',
      'notes.md',
      discussion.replace('**/', '').replace('*.yaml', 'notes.md'),
    ])
      assert.equal(isTeamFile(path), false, path);
  });

  it('are no catalogues nor adjustments, in folders of either system', () => {
    for (const [path, entries, ledger] of [
      ['C:\\dossier\\va2.preuves.yaml', true, false],
      ['C:\\dossier\\VA2.REM.YAML', false, false],
      ['dossier/va2.rem.yaml', false, false],
      [`dossier\\r${mergedPatterns.at(-1)?.replace('*', '').toUpperCase() ?? ''}`, true, true],
    ] as const)
      assert.deepEqual([isMergedByEntries(path), isLedger(path)], [entries, ledger], path);
  });
});
