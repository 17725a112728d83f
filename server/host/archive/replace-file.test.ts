import assert from 'node:assert/strict';

import { replaceFile } from './replace-file';
import { systemFailure } from './testing/memory-file-operations';

/** A rename that fails so many times, then succeeds. */
function failing(times: number, code: string): { calls: number; rename: () => Promise<void> } {
  const state = {
    calls: 0,
    rename: () => (state.calls++ < times ? Promise.reject(systemFailure(code)) : Promise.resolve()),
  };
  return state;
}

const wait = (): Promise<void> => Promise.resolve();

describe('replaceFile', () => {
  it('tries again on Windows while another program holds the file', async () => {
    const { rename } = failing(3, 'EPERM');
    await replaceFile('a', 'b', { rename, platform: 'win32', wait });
  });

  it('gives up with the error of the system', async () => {
    const state = failing(99, 'EBUSY');
    await assert.rejects(replaceFile('a', 'b', { rename: state.rename, platform: 'win32', wait }), { code: 'EBUSY' });
    assert.equal(state.calls, 7);
  });

  it('does not insist on other errors, nor on other systems', async () => {
    for (const [code, platform] of [
      ['ENOSPC', 'win32'],
      ['EPERM', 'linux'],
    ] as const) {
      const state = failing(99, code);
      await assert.rejects(replaceFile('a', 'b', { rename: state.rename, platform, wait }), { code });
      assert.equal(state.calls, 1);
    }
  });
});
