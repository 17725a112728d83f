import { commonPath } from '../evidence/evidence-path';
import type { CommonFolder } from '../ports/evidence-files';
import { under } from '../text/uri';

/** The folders that the pieces of a dossier may lie in. */
export interface PieceFolders {
  /** URI of the folder of the main manifest. */
  readonly rootUri: string;
  /** Absent where no portfolio names the dossier, or where it has no common folder. */
  readonly common?: CommonFolder;
}

/**
 * URI of a piece.
 * @param path in its normal form
 * @returns undefined for a piece of a common folder that is not known
 */
export function pieceUri({ rootUri, common }: PieceFolders, path: string): string | undefined {
  const shared = commonPath(path);
  if (shared === undefined) return under(rootUri, path);
  return common && under(common.folderUri, shared);
}

/** The folders alone, for whoever keeps them. */
export function foldersOf({ rootUri, common }: PieceFolders): PieceFolders {
  return { rootUri, ...(common ? { common } : {}) };
}
