import { execFile } from 'node:child_process';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';

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

/** Settings of a repository that name programs are not followed: what is opened may come from anybody. */
const quiet = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--no-pager', '--literal-pathspecs'];

/**
 * Asks git something about the repository of a folder.
 * @throws GitError
 */
export async function runGit(folder: string, args: readonly string[], cancellation: Cancellation): Promise<Buffer> {
  throwIfCancelled(cancellation);
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  // The folder is told to git, not to the system: Windows would look for a git.exe in it first.
  const all = ['-C', folder, ...quiet, ...args];
  const answer = await new Promise<Buffer>((done, fail) => {
    execFile('git', all, { env, maxBuffer: mostBytes, encoding: 'buffer', windowsHide: true }, (error, out, err) => {
      if (!error) done(out);
      else
        fail(
          new GitError(error.code === 'ENOENT' ? 'missing' : 'refused', err.toString('utf8').trim() || error.message),
        );
    });
  });
  throwIfCancelled(cancellation);
  return answer;
}
