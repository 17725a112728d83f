import assert from 'node:assert/strict';
import { findDeclared } from './find-declared';

describe('names that a document declares', () => {
  it('are those of lines of their own, each once', () => {
    const text = 'Logiciel : MonCabinet\nÉditeur : Exemple SA\nLogiciel testé : MonCabinet\nNom du logiciel : Tierce';
    assert.deepEqual(findDeclared(text), [
      { kind: 'software', name: 'MonCabinet' },
      { kind: 'vendor', name: 'Exemple SA' },
      { kind: 'software', name: 'Tierce' },
    ]);
  });

  it('are the first twenty, and none of what is too long for a form', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `Logiciel : Produit ${String(at)}`).join('\n');
    assert.equal(findDeclared(lines).length, 20);
    assert.deepEqual(findDeclared(lines + ' '.repeat(200_000)), []);
  });
});
