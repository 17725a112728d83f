import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Path of a file relative to the working directory, `/` separated; absolute when it is on another drive. */
export function shownPath(uri: string, cwd: string): string {
  return relative(cwd, fileURLToPath(uri)).split(sep).join('/');
}
