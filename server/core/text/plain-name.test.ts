import assert from 'node:assert/strict';
import { plainName } from './plain-name';

describe('a plain name', () => {
  it('is ASCII that every file system and every pattern takes as it is', () => {
    assert.equal(plainName('Identité nationale de santé'), 'identite-nationale-de-sante');
    assert.equal(plainName('  Sécurité : IAM/IE (vague 2) [*] '), 'securite-iam-ie-vague-2');
    assert.equal(plainName('Cœur de métier'), 'coeur-de-metier');
    assert.equal(plainName('電子'), '');
  });

  it('is cut without a hyphen at its end', () => {
    assert.equal(plainName('un deux trois', 8), 'un-deux');
    assert.equal(plainName('é'.repeat(80)).length, 50);
  });
});
