import { lstat, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UnreadableFile } from '../core/ports/file-fault';
import { readGuarded } from '../host/files/guarded-file';
import { shownPath } from './shown-path';
import type { Terminal } from './terminal';

/** How a report names a file. */
export type PathOf = (uri: string) => string;

/**
 * Paths from the root of the repository, as services that show findings on lines of code want them, whatever folder the
 * command runs in. The root is, in this order: the project that GitLab cloned, where the dossier is in it; the git
 * repository around the dossier (not one above the workspace of GitHub, nor a submodule of it); the workspace of GitHub; the
 * working directory.
 * @param mains URIs of the main manifests: the files of a dossier are in its folder
 */
export async function repositoryPaths(
  mains: readonly string[],
  { cwd, env }: Pick<Terminal, 'cwd' | 'env'>,
): Promise<PathOf> {
  const folders = new Map<string, string | undefined>();
  for (const main of mains) {
    const folder = dirname(fileURLToPath(main));
    if (!folders.has(folder)) folders.set(folder, await pathInRepository(folder, env));
  }
  // The deepest folder is the nearest to the file.
  const known = [...folders].sort(([a], [b]) => b.length - a.length);
  return (uri) => {
    const path = fileURLToPath(uri);
    for (const [folder, inRepository] of known) {
      const inside = inRepository === undefined ? undefined : pathInside(folder, path);
      if (inside !== undefined) return slashed(join(inRepository ?? '', inside));
    }
    return shownPath(uri, cwd);
  };
}

/** Path of a folder from the root of its repository; undefined where there is none. */
async function pathInRepository(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const real = await realpath(folder);
  const gitlab = await realFolder(env['CI_PROJECT_DIR']);
  const project = gitlab === undefined ? undefined : pathInside(gitlab, real);
  if (project !== undefined) return project;
  const workspace = await realFolder(env['GITHUB_WORKSPACE']);
  const inWorkspace = workspace === undefined ? undefined : pathInside(workspace, real);
  const root = await gitRoot(real, inWorkspace === undefined ? undefined : workspace);
  return root === undefined ? inWorkspace : relative(root, real);
}

/** @param top the search ends there */
async function gitRoot(folder: string, top: string | undefined): Promise<string | undefined> {
  let submodule: string | undefined;
  for (let at = folder; ; at = dirname(at)) {
    const kind = await gitKind(join(at, '.git'));
    if (kind === 'repository') return at;
    if (kind === 'submodule') submodule ??= at;
    if (at === top || dirname(at) === at) return submodule;
  }
}

/** What `.git` says of the folder that it stands in. A worktree has a file there, like a submodule. */
async function gitKind(path: string): Promise<'repository' | 'submodule' | 'none'> {
  try {
    const status = await lstat(path);
    if (!status.isFile()) return status.isDirectory() || status.isSymbolicLink() ? 'repository' : 'none';
    const { bytes } = await readGuarded(path, { mostBytes: 10_000 });
    const text = bytes.toString('utf8');
    if (!text.startsWith('gitdir:')) return 'none';
    return /[\\/]modules[\\/]/.test(text) ? 'submodule' : 'repository';
  } catch (error) {
    // Absent, or of no use: the folder above may have one.
    if (error instanceof UnreadableFile || (error instanceof Error && 'code' in error)) return 'none';
    throw error;
  }
}

async function realFolder(path: string | undefined): Promise<string | undefined> {
  if (path === undefined || path === '' || !isAbsolute(path)) return undefined;
  try {
    return await realpath(path);
  } catch (error) {
    // The variable may have been set for another machine: it says nothing then.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** Path of a file relative to a folder; undefined when it is not in it, '' for the folder itself. */
function pathInside(folder: string, path: string): string | undefined {
  const inside = relative(folder, path);
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? undefined : inside;
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
