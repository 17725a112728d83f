import { createTwoFilesPatch } from 'diff';
import type { MigratedFile } from './migration';

/** What a migration changes in one file, as `diff -u` and `patch` know it. @param name path of the file */
export function unifiedDiff({ before, after }: Pick<MigratedFile, 'before' | 'after'>, name: string): string {
  const patch = createTwoFilesPatch(name, name, before, after, undefined, undefined, { context: 2 });
  return patch.replace(/^={3,}\r?\n/, '');
}
