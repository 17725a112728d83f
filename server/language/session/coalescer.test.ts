import assert from 'node:assert/strict';
import { Coalescer } from './coalescer';
import type { Timers } from './ports';

/** Timers that fire when told to. */
class ManualTimers implements Timers {
  readonly waiting: { readonly delay: number; readonly action: () => void }[] = [];

  after(delay: number, action: () => void): () => void {
    const timer = { delay, action };
    this.waiting.push(timer);
    return () => {
      const index = this.waiting.indexOf(timer);
      if (index >= 0) this.waiting.splice(index, 1);
    };
  }

  fire(): void {
    this.waiting.shift()?.action();
  }
}

describe('Coalescer', () => {
  const errors: unknown[] = [];
  const set = (action: () => Promise<void>) => {
    const timers = new ManualTimers();
    return { timers, coalescer: new Coalescer(timers, action, (error) => errors.push(error)) };
  };
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

  it('runs once for many requests, after the shortest delay', () => {
    let runs = 0;
    const { timers, coalescer } = set(() => {
      runs++;
      return Promise.resolve();
    });
    coalescer.request(200);
    coalescer.request(25);
    coalescer.request(100);
    assert.deepEqual(
      timers.waiting.map(({ delay }) => delay),
      [25],
    );
    timers.fire();
    assert.equal(runs, 1);
  });

  it('never runs twice at a time, and runs again for what came meanwhile', async () => {
    let runs = 0;
    let finish: () => void = () => undefined;
    const { timers, coalescer } = set(() => {
      runs++;
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    coalescer.request(10);
    timers.fire();
    coalescer.request(10);
    timers.fire();
    assert.equal(runs, 1);
    finish();
    await turn();
    timers.fire();
    assert.equal(runs, 2);
  });

  it('can wait for quiet', () => {
    const { timers, coalescer } = set(() => Promise.resolve());
    coalescer.postpone(250);
    coalescer.postpone(250);
    assert.equal(timers.waiting.length, 1);
  });

  it('reports a failure and goes on', async () => {
    const { timers, coalescer } = set(() => Promise.reject(new Error('once')));
    coalescer.request(1);
    timers.fire();
    await turn();
    assert.equal(errors.length, 1);
    coalescer.request(1);
    assert.equal(timers.waiting.length, 1);
  });

  it('does nothing more once disposed', () => {
    const { timers, coalescer } = set(() => Promise.resolve());
    coalescer.request(1);
    coalescer.dispose();
    coalescer.request(1);
    assert.equal(timers.waiting.length, 0);
  });
});
