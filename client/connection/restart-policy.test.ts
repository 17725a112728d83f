import assert from 'node:assert/strict';
import { RestartPolicy } from './restart-policy';

describe('restart policy', () => {
  it('allows one restart, then leaves it to a person', () => {
    const policy = new RestartPolicy(() => 1000);
    assert.equal(policy.mayRestart(), true);
    assert.equal(policy.mayRestart(), false);
    assert.equal(policy.mayRestart(), false);
  });

  it('forgets a restart after a long healthy time', () => {
    let now = 0;
    const policy = new RestartPolicy(() => now);
    assert.equal(policy.mayRestart(), true);
    now += 60 * 60_000;
    assert.equal(policy.mayRestart(), true);
    now += 1000;
    assert.equal(policy.mayRestart(), false);
  });
});
