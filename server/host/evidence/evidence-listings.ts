import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EvidenceFolder } from '../../core/evidence/evidence-folders';
import type { Cancellation } from '../../core/ports/cancellation';
import { foldedPath } from '../../core/evidence/evidence-path';
import { isHiddenFile, KeptListings, mostListedFiles } from '../../core/workspace/kept-listings';
import { walkFiles } from '../files/folder-walk';

/** The names of the files in the evidence folders of dossiers on this machine. No file is opened. */
export class EvidenceListings extends KeptListings {
  constructor() {
    super((rootUri, folder, cancellation) => filesIn(fileURLToPath(rootUri), folder, cancellation));
  }

  override async list(rootUri: string, folders: readonly EvidenceFolder[], cancellation: Cancellation): Promise<void> {
    if (rootUri.startsWith('file:')) await super.list(rootUri, folders, cancellation);
  }
}

async function filesIn(root: string, { path, whole }: EvidenceFolder, cancellation: Cancellation): Promise<string[]> {
  const files: string[] = [];
  const folder = join(root, ...path.split('/'));
  if (!(await isReachedWithoutLink(root, folder, path))) return files;
  const limits = { enters: () => whole, links: false };
  for await (const name of walkFiles(folder, limits, cancellation)) {
    if (isHiddenFile(name)) continue;
    files.push(`${path}/${name}`);
    if (files.length >= mostListedFiles) break;
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
