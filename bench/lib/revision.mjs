import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { BenchError } from './bench-error.mjs';
import { repository, work } from './places.mjs';

/** @returns what git says, without the last line break; undefined when it refuses or is not there */
export function git(...args) {
  try {
    return execFileSync('git', args, {
      cwd: repository,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trimEnd();
  } catch {
    return undefined; // No repository (an unpacked archive), no git, or an unknown revision: the caller says what it means.
  }
}

/**
 * Checks an earlier revision out beside this one, with the dependencies that are installed here.
 * @returns its folder and abbreviated hash
 */
export function checkOutRevision(revision) {
  const hash = git('rev-parse', '--verify', '--quiet', '--short=10', `${revision}^{commit}`);
  if (hash === undefined) throw new BenchError(`--compare: git knows no revision "${revision}"`);
  const folder = path.join(work, 'revisions', hash);
  if (!fs.existsSync(path.join(folder, 'package.json'))) {
    git('worktree', 'prune');
    if (git('worktree', 'add', '--detach', '--force', folder, hash) === undefined) {
      throw new BenchError(`--compare: git could not check ${hash} out under bench/.work/revisions`);
    }
  }
  const modules = path.join(folder, 'node_modules');
  if (!fs.existsSync(modules)) fs.symlinkSync(path.join(repository, 'node_modules'), modules, 'junction');
  return { folder, hash };
}

/** Removes what checkOutRevision made. */
export function removeRevision({ folder }) {
  fs.rmSync(path.join(folder, 'node_modules'), { force: true });
  git('worktree', 'remove', '--force', folder);
}
