import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';

/** Folders that never hold manifests or evidence. Hidden ones (`.git`) are skipped too. */
const skipped = new Set(['node_modules']);
const mostFolders = 20_000;

/** What a folder may be entered for. */
export interface WalkLimits {
  /** Whether something wanted may lie under this folder; `path` is relative, `/` separated. */
  enters(path: string): boolean;
  /** Whether links to files count as files; default: true. */
  readonly links?: boolean;
  /** Whether folders, pipes and whatever else has a name are told too; default: false. */
  readonly everything?: boolean;
}

/**
 * Paths of the files under a folder, relative and `/` separated, in no order. Hidden folders and folder links are not entered;
 * a folder that can not be listed, for whatever reason, counts as empty, as it does in an editor.
 */
export async function* walkFiles(
  folder: string,
  limits: WalkLimits,
  cancellation: Cancellation,
): AsyncGenerator<string> {
  const waiting = [''];
  for (let seen = 0; waiting.length > 0 && seen < mostFolders; seen++) {
    throwIfCancelled(cancellation);
    const path = waiting.pop() ?? '';
    for (const entry of await list(join(folder, path))) {
      const child = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name.startsWith('.') || skipped.has(entry.name)) continue;
        if (limits.enters(child)) waiting.push(child);
        if (limits.everything === true) yield child;
      } else if (limits.everything === true || entry.isFile() || (limits.links !== false && entry.isSymbolicLink()))
        yield child;
    }
  }
}

async function list(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}
