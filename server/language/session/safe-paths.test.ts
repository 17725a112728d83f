import assert from 'node:assert/strict';
import { SafePaths } from './safe-paths';

describe('SafePaths', () => {
  it('gives the same at every time', () => {
    const paths = new SafePaths();
    for (let time = 0; time < 2; time++) {
      assert.equal(paths.of('./a//b/../c.png'), 'a/c.png');
      assert.equal(paths.of('../c.png'), undefined);
      assert.equal(paths.of('/etc/passwd'), undefined);
    }
  });
});
