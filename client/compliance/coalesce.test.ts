import assert from 'node:assert/strict';
import { coalesce } from './coalesce';

/** A task whose runs end when the test says so. */
function controlled(): { task: () => Promise<void>; runs: { end: () => void; fail: (error: Error) => void }[] } {
  const runs: { end: () => void; fail: (error: Error) => void }[] = [];
  const task = (): Promise<void> =>
    new Promise((resolve, reject) => {
      runs.push({ end: resolve, fail: reject });
    });
  return { task, runs };
}

describe('coalesce', () => {
  it('makes one more run of all calls during a run', async () => {
    const { task, runs } = controlled();
    const call = coalesce(task);
    const first = call();
    const others = [call(), call(), call()];
    assert.equal(runs.length, 1);
    runs[0]!.end();
    await first;
    await new Promise(setImmediate);
    assert.equal(runs.length, 2);
    runs[1]!.end();
    await Promise.all(others);
    assert.equal(runs.length, 2);
  });

  it('runs again for a call after the end', async () => {
    const { task, runs } = controlled();
    const call = coalesce(task);
    const first = call();
    runs[0]!.end();
    await first;
    const second = call();
    assert.equal(runs.length, 2);
    runs[1]!.end();
    await second;
  });

  it('hands a failure to its own caller only, and goes on', async () => {
    const { task, runs } = controlled();
    const call = coalesce(task);
    const first = call();
    const second = call();
    runs[0]!.fail(new Error('no'));
    await assert.rejects(first, /no/);
    await new Promise(setImmediate);
    runs[1]!.end();
    await second;
  });
});
