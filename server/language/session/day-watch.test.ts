import assert from 'node:assert/strict';
import { DayWatch } from './day-watch';

describe('DayWatch', () => {
  it('tells each new day once, until it is disposed of', () => {
    let today = '2026-11-14';
    let days = 0;
    let waiting: (() => void) | undefined;
    const fire = (): void => {
      const action = waiting;
      waiting = undefined;
      action?.();
    };
    const timers = {
      after: (_: number, action: () => void) => {
        waiting = action;
        return () => {
          waiting = undefined;
        };
      },
    };
    const watch = new DayWatch({ today: () => today }, timers, () => days++);
    fire();
    assert.equal(days, 0);
    today = '2026-11-15';
    fire();
    fire();
    assert.equal(days, 1);
    today = '2026-11-16';
    fire();
    assert.equal(days, 2);
    watch.dispose();
    assert.equal(waiting, undefined);
  });
});
