import path from 'node:path';

/**
 * What git is started with where a repository may come from anybody: its settings name no program that is run and no place that
 * is fetched from, nothing is asked or locked, and the environment names no other repository.
 */
export interface QuietGit {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

const settings = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'log.showSignature=false'];

/** No object is fetched that the repository says lies elsewhere; older versions of git know the second alone. */
const offline = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };

/** To ask something about the repository of a folder. */
export function quietGit(folder: string, args: readonly string[]): QuietGit {
  return {
    args: [
      ...['--no-pager', '--literal-pathspecs', '-C', folder],
      ...settings.flatMap((setting) => ['-c', setting]),
      ...args,
    ],
    // Windows looks for programs where one stands, too: not in a folder of the user.
    cwd: path.dirname(process.execPath),
    env: {
      ...withoutGit(process.env),
      ...offline,
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
    },
  };
}

/** Of git the environment may name another folder, or programs to run. */
function withoutGit(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.toUpperCase().startsWith('GIT_')));
}
