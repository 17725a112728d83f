import { execFile } from 'node:child_process';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { quietGit } from './quiet-git';

/** Git is not there, or did not do what it was asked. */
export class GitError extends Error {
  override readonly name = 'GitError';

  /** @param kind `missing`: there is no git on this machine; `refused`: it answered with an error, in its own words */
  constructor(
    readonly kind: 'missing' | 'refused',
    readonly detail: string,
  ) {
    super(detail);
  }
}

const mostBytes = 128 * 1024 * 1024;

/**
 * Asks git something about the repository of a folder.
 * @throws GitError
 */
export async function runGit(folder: string, args: readonly string[], cancellation: Cancellation): Promise<Buffer> {
  throwIfCancelled(cancellation);
  const { args: all, ...around } = quietGit(folder, args);
  const answer = await new Promise<Buffer>((done, fail) => {
    execFile(
      'git',
      all,
      { ...around, maxBuffer: mostBytes, encoding: 'buffer', windowsHide: true },
      (error, out, err) => {
        if (!error) done(out);
        else
          fail(
            new GitError(error.code === 'ENOENT' ? 'missing' : 'refused', err.toString('utf8').trim() || error.message),
          );
      },
    );
  });
  throwIfCancelled(cancellation);
  return answer;
}
