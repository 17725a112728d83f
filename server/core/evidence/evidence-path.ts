/** What stands before the path of a piece that lies in the common folder of the portfolio around a dossier. */
export const commonPrefix = 'commun:';

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
  if (leavesFolder(path)) return 'parent';
  // Behind `./` it would have the normal form of a piece in the common folder, which is another file.
  return path.includes(commonPrefix) && normalisePath(path).startsWith(commonPrefix) ? 'uri' : undefined;
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

/** The path in the portfolio's common folder of a piece that lies there; undefined for one of the dossier itself. */
export function commonPath(path: string): string | undefined {
  return path.startsWith(commonPrefix) ? path.slice(commonPrefix.length) : undefined;
}

/** The same as {@link pathFault} for a piece or a statement, which may also lie in the common folder (`commun:a/b.pdf`). */
export function piecePathFault(path: string): PathFault | undefined {
  return pathFault(commonPath(path) ?? path);
}

/**
 * The normal form of the path of a piece, `commun:` before it where it lies in the common folder; undefined when it is
 * refused.
 */
export function safePiecePath(written: string): string | undefined {
  const common = commonPath(written);
  if (common === undefined) return safePath(written);
  const safe = safePath(common);
  return safe === undefined ? undefined : `${commonPrefix}${safe}`;
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
