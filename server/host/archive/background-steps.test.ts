import assert from 'node:assert/strict';
import { BackgroundSteps } from './background-steps';

describe('BackgroundSteps', () => {
  /** A promise that is settled from outside. */
  const part = () => {
    let resolve: () => void = () => undefined;
    let reject: (error: Error) => void = () => undefined;
    const promise = new Promise<void>((yes, no) => {
      [resolve, reject] = [yes, no];
    });
    return { promise, resolve, reject };
  };
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

  it('lets a few steps be open, and waits for the oldest of more', async () => {
    const behind = new BackgroundSteps(2);
    const parts = [part(), part(), part(), part()];
    const [first, second] = parts;
    let room = 0;
    const run = async () => {
      for (const { promise } of parts) {
        behind.add([promise]);
        await behind.makeRoom();
        room++;
      }
    };
    const done = run();
    await turn();
    assert.equal(room, 2);
    first?.resolve();
    await turn();
    assert.equal(room, 3);
    second?.resolve();
    await done;
    for (const { resolve } of parts) resolve();
    await behind.settle();
  });

  it('tells the first failure, as soon as there is room or at the end, and waits for the rest', async () => {
    const behind = new BackgroundSteps(1);
    const [failing, slow] = [part(), part()];
    behind.add([failing.promise, slow.promise]);
    failing.reject(new Error('disk'));
    await turn();
    await assert.rejects(behind.makeRoom(), /disk/);
    slow.resolve();
    await behind.settle();
    assert.throws(() => {
      behind.throwFailure();
    }, /disk/);
  });
});
