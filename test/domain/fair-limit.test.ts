import assert from 'node:assert/strict';
import { once, EventEmitter } from 'node:events';
import { fairLimit, slowness } from '../../scripts/fair-limit.mjs';

/** A machine of which the time is told: each look at it finds the next of these moments, in milliseconds. */
async function reached(limit: number, moments: readonly number[], factor: () => number): Promise<number> {
  const events = new EventEmitter();
  const ended = once(events, 'reached');
  let looks = 0;
  fairLimit(limit, (elapsed) => events.emit('reached', elapsed), {
    factor,
    now: () => moments[looks++] ?? assert.fail('it looks again after its end'),
    every: 0,
  });
  // The limit itself does not keep a process alive.
  const alive = setInterval(() => undefined, 1000);
  const [elapsed] = (await ended) as [number];
  clearInterval(alive);
  assert.equal(looks, moments.length, 'it was reached too early');
  return elapsed;
}

describe('a limit of time that a busy machine stretches', () => {
  it('knows how busy the machine is, where the system says', () => {
    assert.equal(slowness(6, 2), 3);
    assert.equal(slowness(1, 4), 1);
    assert.equal(slowness(0, 4), 1);
    assert.ok(slowness() >= 1);
  });

  it('is the same on a machine that does nothing else', async () => {
    assert.equal(await reached(100, [0, 60, 99, 100], () => 1), 100);
  });

  it('counts two seconds for one while there is twice as much to do', async () => {
    const factors = [2, 2, 1];
    assert.equal(await reached(100, [0, 80, 160, 180], () => factors.shift() ?? assert.fail()), 180);
  });

  it('says nothing once it is stopped', async () => {
    let said = 0;
    const end = fairLimit(1, () => (said += 1), { every: 0, factor: () => 1, now: () => 0 });
    end();
    await reached(1, [0, 1], () => 1);
    assert.equal(said, 0);
  });
});
