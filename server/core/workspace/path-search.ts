import picomatch from 'picomatch';
import { pathMatcher } from '../text/path-pattern';

/** How the files that some globs mean are searched. */
export interface PathSearch {
  readonly matches: (path: string) => boolean;
  /** Whether a folder may hold one of them. */
  readonly enters: (path: string) => boolean;
}

/** @param globs of paths relative to the folder that is searched */
export function pathSearch(globs: readonly string[]): PathSearch {
  const bases = globs.map((glob) => searchOf(glob));
  return { matches: pathMatcher(globs), enters: (path) => bases.some((base) => mayHold(base, path)) };
}

interface Search {
  /** Folder names that a match begins with. */
  readonly base: readonly string[];
  /** Number of folders on the way to a match; Infinity for `**`. */
  readonly depth: number;
}

function searchOf(glob: string): Search {
  const { base, glob: rest } = picomatch.scan(glob);
  const folders = rest === '' ? base.split('/').slice(0, -1) : base.split('/');
  const parts = folders.filter((part) => part !== '' && part !== '.');
  const depth = rest.includes('**') || /[({]/.test(rest) ? Infinity : parts.length + rest.split('/').length - 1;
  return { base: parts, depth };
}

function mayHold(search: Search, path: string): boolean {
  const parts = path.split('/');
  if (parts.length > search.depth) return false;
  return search.base.slice(0, parts.length).every((name, index) => name === parts[index]);
}
