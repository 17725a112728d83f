/** Why a path written in a manifest is refused. */
export type PathFault = 'empty' | 'absolute' | 'drive' | 'uri' | 'backslash' | 'parent' | 'control';

/**
 * Checks a path that a manifest gives for a file of the dossier: relative, `/` separated, never above the folder.
 * @returns undefined when the path is safe to resolve
 */
export function pathFault(path: string): PathFault | undefined {
  if (path.trim() === '') return 'empty';
  // eslint-disable-next-line no-control-regex -- control characters in a path are what is looked for
  if (/[\u0000-\u001f]/.test(path)) return 'control';
  if (/^[a-z]:/i.test(path)) return 'drive';
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return 'uri';
  if (path.includes('\\')) return 'backslash';
  if (path.startsWith('/')) return 'absolute';
  return leavesFolder(path) ? 'parent' : undefined;
}

/** `a/./b//c` as `a/b/c`, `a/../b` as `b`; only for paths without fault. */
export function normalisePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The normal form of a path as a manifest gives it; undefined when it is refused (see {@link pathFault}). */
export function safePath(written: string): string | undefined {
  return pathFault(written) === undefined ? normalisePath(written) : undefined;
}

/**
 * How a manifest writes a path in its normal form: behind `./` a name that begins like a drive is one like any other.
 * @returns undefined for one that no manifest can hold
 */
export function writtenPath(path: string): string | undefined {
  return [path, `./${path}`].find((one) => safePath(one) === path);
}

/** What paths have in common that differ by case or Unicode form alone: many systems take them for the same. */
export function foldedPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function leavesFolder(path: string): boolean {
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return depth <= 0;
}
