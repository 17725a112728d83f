import { createTwoFilesPatch } from 'diff';
import type { MigratedFile } from './migration';

/**
 * What a migration changes in one file, as `diff -u` and `patch` know it.
 * @param name path of the file
 * @param context lines around each change
 */
export function unifiedDiff(
  { before, after }: Pick<MigratedFile, 'before' | 'after'>,
  name: string,
  context = 2,
): string {
  const patch = createTwoFilesPatch(name, name, before, after, undefined, undefined, { context });
  return patch.replace(/^={3,}\r?\n/, '');
}
