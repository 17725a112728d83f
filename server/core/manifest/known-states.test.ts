import assert from 'node:assert/strict';
import { aspState, cndaRank, cndaState, isSettled } from './known-states';

describe('known states', () => {
  it('of ASP are read in the words that people use', () => {
    for (const written of [
      'Décidée et payée',
      'décidée et payée',
      'DECIDEE ET PAYEE',
      'payée',
      'Versée.',
      'Décidée, payée',
    ])
      assert.equal(aspState(written), 'Décidée et payée', written);
    for (const written of ['à modifier', 'A modifier', 'a-modifier']) assert.equal(aspState(written), 'A modifier');
    assert.equal(aspState('incomplète'), aspState('Incomplete'));
    assert.ok(isSettled('validé') && isSettled('versée') && !isSettled('à modifier'));
  });

  it('are never guessed from words that say something else', () => {
    for (const written of ['non payée', 'pas encore versée', 'décidée', 'en cours de paiement', 'payée en partie', ''])
      assert.equal(aspState(written), undefined, written);
    assert.equal(aspState(undefined), undefined);
    for (const written of ['non initialisée', 'refusé', 'non obtenu', 'en cours'])
      assert.equal(cndaState(written), undefined, written);
  });

  it('of the CNDA keep their order', () => {
    assert.equal(cndaState('En cours actif'), 'Pré-examen');
    assert.equal(cndaState('preexamen'), 'Pré-examen');
    assert.deepEqual(['initialisation', 'pre examen', 'Examen de Conformité', 'obtenu'].map(cndaRank), [0, 1, 2, 3]);
    assert.equal(cndaRank('en attente'), undefined);
  });
});
