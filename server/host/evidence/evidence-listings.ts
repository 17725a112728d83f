import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EvidenceFolder } from '../../core/evidence/evidence-folders';
import type { Cancellation } from '../../core/ports/cancellation';
import { foldedPath } from '../../core/evidence/evidence-path';
import { walkFiles } from '../files/folder-walk';

/** A folder with more is no folder of evidence: what is beyond is not told. */
const mostFiles = 50_000;

/** The names of the files in the evidence folders of dossiers. No file is opened. */
export class EvidenceListings {
  /** By the dossier's folder, then by the evidence folder's path. */
  readonly #folders = new Map<string, Map<string, readonly string[]>>();
  readonly #merged = new Map<string, readonly string[]>();

  /** Every file of the folders listed so far; the same array while it holds the same. */
  of(rootUri: string): readonly string[] | undefined {
    return this.#merged.get(rootUri);
  }

  /** @throws CancelledError; folders listed until then count */
  async list(rootUri: string, folders: readonly EvidenceFolder[], cancellation: Cancellation): Promise<void> {
    if (!rootUri.startsWith('file:') || folders.length === 0) return;
    const root = fileURLToPath(rootUri);
    for (const folder of folders) {
      const files = await filesIn(root, folder, cancellation);
      const known = this.#folders.get(rootUri) ?? new Map<string, readonly string[]>();
      this.#folders.set(rootUri, known.set(folder.path, files));
      this.#merge(rootUri, known);
    }
  }

  #merge(rootUri: string, folders: ReadonlyMap<string, readonly string[]>): void {
    const files = [...folders.values()].flat().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const before = this.#merged.get(rootUri);
    if (before?.length === files.length && files.every((file, index) => file === before[index])) return;
    this.#merged.set(rootUri, files);
  }
}

async function filesIn(root: string, { path, whole }: EvidenceFolder, cancellation: Cancellation): Promise<string[]> {
  const files: string[] = [];
  const folder = join(root, ...path.split('/'));
  if (!(await isReachedWithoutLink(root, folder, path))) return files;
  const limits = { enters: () => whole, links: false };
  for await (const name of walkFiles(folder, limits, cancellation)) {
    if (isHidden(name)) continue;
    files.push(`${path}/${name}`);
    if (files.length >= mostFiles) break;
  }
  return files;
}

/** Where a link stands on the way, what lies behind it may be of another dossier, or of none. */
async function isReachedWithoutLink(root: string, folder: string, path: string): Promise<boolean> {
  try {
    const real = relative(await realpath(root), await realpath(folder));
    return foldedPath(real.split(sep).join('/')) === foldedPath(path);
  } catch (error) {
    // Not there, or not to be entered: nothing lies in it.
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

function isHidden(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).startsWith('.');
}
