import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cancellation } from '../../core/ports/cancellation';
import { walkFolders, type FolderEntry, type WalkLimits } from '../../core/workspace/folder-walk';

/**
 * Paths of the files under a folder of this machine; see {@link walkFolders}. A folder that can not be listed, for whatever
 * reason, counts as empty, as it does in an editor.
 */
export function walkFiles(folder: string, limits: WalkLimits, cancellation: Cancellation): AsyncGenerator<string> {
  return walkFolders((path) => list(join(folder, path)), limits, cancellation);
}

async function list(folder: string): Promise<readonly FolderEntry[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}

function kindOf(entry: Dirent): FolderEntry['kind'] {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
