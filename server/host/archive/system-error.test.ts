import assert from 'node:assert/strict';

import { ArchiveError } from './archive-error';
import { evidenceError, targetError } from './system-error';
import { systemFailure } from './testing/memory-file-operations';

describe('system errors', () => {
  for (const [system, code] of [
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EFBIG', 'file-too-large'],
    ['EACCES', 'permission-denied'],
    ['EPERM', 'permission-denied'],
    ['EROFS', 'read-only'],
    ['EISDIR', 'target-is-directory'],
    ['ENOENT', 'target-folder-missing'],
    ['ENAMETOOLONG', 'name-too-long'],
    ['EIO', 'io-error'],
  ] as const) {
    it(`${system} on the target is ${code}`, () => {
      const cause = systemFailure(system);
      const error = targetError(cause, '/d/a.zip');
      assert.ok(error instanceof ArchiveError);
      assert.deepEqual([error.code, error.path, error.cause], [code, '/d/a.zip', cause]);
    });
  }

  for (const [system, code] of [
    ['ENOENT', 'evidence-missing'],
    ['ELOOP', 'evidence-not-a-file'],
    ['EACCES', 'evidence-unreadable'],
    ['EIO', 'evidence-unreadable'],
  ] as const) {
    it(`${system} on a piece of evidence is ${code}`, () => {
      const error = evidenceError(systemFailure(system), '/d/a.png', 'a.png');
      assert.ok(error instanceof ArchiveError);
      assert.deepEqual([error.code, error.path, error.entry], [code, '/d/a.png', 'a.png']);
    });
  }

  it('leaves other errors as they are', () => {
    for (const error of [new Error('mine'), new ArchiveError('corrupt', 'x'), 'text']) {
      assert.equal(targetError(error, 'p'), error);
      assert.equal(evidenceError(error, 'p', 'e'), error);
    }
  });
});
