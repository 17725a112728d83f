import { resolve } from 'node:path';
import type { Cancellation } from '../../core/ports/cancellation';
import type { FileVersions } from '../operations/merge-files';
import { runGit } from './run-git';

/** A file that git left with several versions. */
export interface UnmergedFile {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly absolute: string;
  /** Undefined where one side removed the file: there is nothing to merge, only to choose. */
  readonly versions: FileVersions | undefined;
}

/**
 * The files of a repository whose merge is not done.
 * @param folder anywhere in it
 * @param isWanted by path, with `/`, from the root of the repository
 * @throws GitError
 */
export async function unmergedFiles(
  folder: string,
  isWanted: (path: string) => boolean,
  cancellation: Cancellation,
): Promise<UnmergedFile[]> {
  const root = (await runGit(folder, ['rev-parse', '--show-toplevel'], cancellation))
    .toString('utf8')
    .replace(/\n$/, '');
  const listed = (await runGit(root, ['ls-files', '--unmerged', '-z'], cancellation)).toString('utf8');
  const stages = new Map<string, Map<string, string>>();
  for (const entry of listed.split('\0')) {
    const [, mode, object, stage, path] = /^(\d+) ([0-9a-f]+) ([123])\t(.+)$/s.exec(entry) ?? [];
    // Links and submodules are no texts.
    if (mode === undefined || !mode.startsWith('100') || object === undefined || stage === undefined) continue;
    if (path === undefined || !isWanted(path)) continue;
    stages.set(path, (stages.get(path) ?? new Map<string, string>()).set(stage, object));
  }
  const read = (object: string) => runGit(root, ['cat-file', 'blob', object], cancellation);
  const files: UnmergedFile[] = [];
  for (const [path, objects] of stages) {
    const [base, ours, theirs] = [objects.get('1'), objects.get('2'), objects.get('3')];
    const both = ours !== undefined && theirs !== undefined;
    const versions = both
      ? {
          base: base === undefined ? Buffer.alloc(0) : await read(base),
          ours: await read(ours),
          theirs: await read(theirs),
        }
      : undefined;
    files.push({ path, absolute: resolve(root, path), versions });
  }
  return files;
}
