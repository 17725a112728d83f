import assert from 'node:assert/strict';
import { conflictCopyOf } from './conflict-copy';

describe('conflictCopyOf', () => {
  const copies = [
    'dossier (conflit).preuves.yaml',
    'dossier (Copie en conflit de Alix 2026-11-30).preuves.yaml',
    'dossier.preuves (Copie en conflit de Alix 2026-11-30).yaml',
    'dossier.preuves (Alix’s conflicted copy 2026-11-30).yaml',
    'dossier.preuves (conflicted copy 2026-11-30 101500).yaml',
    'dossier.preuves.sync-conflict-20261130-101500-ABCDEFG.yaml',
    'dossier.sync-conflict-20261130-101500-ABCDEFG.preuves.yaml',
    'dossier.preuves_conflict-20261130-101500.yaml',
    'dossier.preuves (SFConflict alix@exemple.test 2026-11-30-10-15-00).yaml',
    'dossier.preuves-POSTE-2.yaml',
    'dossier.preuves (1).yaml',
    'dossier.preuves - Copie.yaml',
    'dossier-conflit.preuves.yaml',
  ];
  for (const name of copies) {
    it(`knows ${name}`, () => {
      assert.deepEqual(conflictCopyOf(name), { original: 'dossier.preuves.yaml' });
    });
  }

  const others = [
    'dossier.preuves.yaml',
    'dossier (2).preuves.yaml',
    'dossier - Copie.preuves.yaml',
    'conflit.preuves.yaml',
    'conflits-d-interet.preuves.yaml',
    'dossier (vague 2).preuves.yaml',
    'dossier.preuves.yaml.orig',
    'dossier.preuves.bak.yaml',
    'a (conflit).rem.yaml',
  ];
  for (const name of others) {
    it(`leaves ${name} alone`, () => {
      assert.equal(conflictCopyOf(name), undefined);
    });
  }
});
