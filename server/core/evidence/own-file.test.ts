import assert from 'node:assert/strict';
import { isOwnFile } from './own-file';

describe('files of the tool', () => {
  it('are known by their names', () => {
    for (const path of ['a.preuves.yaml', 'f/A.PREUVES.YAML', 'r.rem.yaml', 'segur.config.yaml', 'x.interne.json'])
      assert.ok(isOwnFile(path), path);
  });

  it('are known in the copies that shared folders make of them, and by their other extension', () => {
    for (const path of [
      'suivi-depot (1).yaml',
      'suivi-depot (Copie en conflit de Alix 2026-11-30).yaml',
      'suivi-depot.sync-conflict-20261130-101500-ABCDEFG.yaml',
      'suivi-depot-POSTE-2.yaml',
      'suivi-depot - Copie (2).yaml',
      'suivi-depot.yml',
      'd.preuves (1).yaml',
      'd (conflit).preuves.yaml',
      'd.collecte.json',
      'd.collecte (1).json',
      'depot.interne-POSTE.json',
      'portefeuille.yaml',
    ])
      assert.ok(isOwnFile(path), path);
    for (const path of [
      'suivi-depot.pdf',
      'mon-suivi-depot.yaml',
      'collecte.json',
      'preuves/rem.yaml',
      'a.preuves.png',
    ])
      assert.ok(!isOwnFile(path), path);
  });

  it('are threads in their folder, however the path is written', () => {
    for (const path of ['discussions/a.yaml', './discussions//x/b.yml', 'preuves/../discussions/a.yaml'])
      assert.ok(isOwnFile(path), path);
    for (const path of ['preuves/discussions/a.yaml', 'discussions/courriel.pdf', 'discussions.yaml', 'preuves/a.yaml'])
      assert.ok(!isOwnFile(path), path);
  });
});
