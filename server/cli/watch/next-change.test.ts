import assert from 'node:assert/strict';
import { CancelledError, neverCancelled } from '../../core/ports/cancellation';
import { nextChange } from './next-change';

describe('nextChange', () => {
  const never = () => false;

  it('waits until what changes has come to rest', async () => {
    const told = ['', 'one', 'one, two', 'one, two, three', 'one, two, three', 'four'];
    await nextChange({ changes: () => Promise.resolve(told.shift() ?? '') }, never, neverCancelled);
    assert.deepEqual(told, ['four']);
  });

  it('ends with another day, though nothing changed', async () => {
    let looks = 0;
    const places = { changes: () => Promise.resolve('') };
    await nextChange(places, () => ++looks === 2, neverCancelled);
    assert.equal(looks, 2);
  });

  it('ends when it is cancelled, also while something changes again and again', async () => {
    for (const isBusy of [false, true]) {
      const cancellation = { isCancellationRequested: false };
      let looks = 0;
      const changes = () => {
        looks++;
        cancellation.isCancellationRequested = looks === 2;
        return Promise.resolve(isBusy ? String(looks) : '');
      };
      await assert.rejects(nextChange({ changes }, never, cancellation), CancelledError);
    }
  });
});
