import { throwIfCancelled, type Cancellation } from '../ports/cancellation';

/** Folders that never hold manifests or evidence. Hidden ones (`.git`) are skipped too. */
const skipped = new Set(['node_modules']);
const mostFolders = 20_000;

/** One name in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

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
 * Paths of the files under a folder, relative and `/` separated, in no order. Hidden folders and folder links are not entered.
 * @param list what is in a folder, by its path relative to the first (`''`); one that can not be listed counts as empty
 */
export async function* walkFolders(
  list: (path: string) => Promise<readonly FolderEntry[]>,
  limits: WalkLimits,
  cancellation: Cancellation,
): AsyncGenerator<string> {
  const waiting = [''];
  for (let seen = 0; waiting.length > 0 && seen < mostFolders; seen++) {
    throwIfCancelled(cancellation);
    const path = waiting.pop() ?? '';
    for (const { name, kind } of await list(path)) {
      const child = path === '' ? name : `${path}/${name}`;
      if (kind === 'folder') {
        if (name.startsWith('.') || skipped.has(name)) continue;
        if (limits.enters(child)) waiting.push(child);
        if (limits.everything === true) yield child;
      } else if (limits.everything === true || kind === 'file' || (limits.links !== false && kind === 'link'))
        yield child;
    }
  }
}
