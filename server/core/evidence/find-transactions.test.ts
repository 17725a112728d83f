import assert from 'node:assert/strict';
import { findTransactions } from './find-transactions';

describe('transactions that a text names', () => {
  it('are told by their numbers, in order and each once, and INSi by any trace of it', () => {
    assert.deepEqual(findTransactions('td3.3a, TD0.2 et TD3.3b'), ['TD0.2', 'TD3.3']);
    assert.deepEqual(findTransactions('TD0.2 après recherche_INS'), ['TD0.2', 'INS']);
    assert.deepEqual(findTransactions('ATD3.1, TD3.1xy, instance'), []);
  });
});
