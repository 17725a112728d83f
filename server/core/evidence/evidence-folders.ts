import { commonPath } from './evidence-path';

/** A folder where the evidence of a dossier lies. */
export interface EvidenceFolder {
  /** Relative to the dossier's folder, `/` separated; never the dossier's folder itself. */
  readonly path: string;
  /** Whether everything under it is evidence; otherwise only the files directly in it are looked at. */
  readonly whole: boolean;
}

/** The folder that the tool makes for evidence, wherever it stands: nothing else is expected to lie under it. */
const conventional = 'preuves';

/**
 * The folder that a file would be evidence of: the outermost `preuves` above it, else its own folder, of which nothing
 * more is known (documentation that is cited may lie among much that is not).
 * @param path in its normal form
 * @returns undefined for a file that lies directly in the dossier's folder, or outside of it in the portfolio's common one
 */
export function evidenceFolderOf(path: string): EvidenceFolder | undefined {
  // What lies beside a shared piece is for other dossiers.
  if (commonPath(path) !== undefined) return undefined;
  const parts = path.split('/').slice(0, -1);
  if (parts.length === 0) return undefined;
  const at = parts.findIndex((part) => part.toLowerCase() === conventional);
  return at < 0 ? { path: parts.join('/'), whole: false } : { path: parts.slice(0, at + 1).join('/'), whole: true };
}

/** The folders of these files, each once, sorted by path. @param paths in their normal form */
export function evidenceFolders(paths: Iterable<string>): EvidenceFolder[] {
  const folders = new Map<string, EvidenceFolder>();
  for (const path of paths) {
    const folder = evidenceFolderOf(path);
    if (folder) folders.set(folder.path, folder);
  }
  return [...folders.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether a change at a path may change what a folder lists: in it, or at it, or at a folder above it. */
export function touchesFolder(folder: EvidenceFolder, path: string): boolean {
  const [own, changed] = [folder.path.toLowerCase(), path.toLowerCase()];
  return own === changed || own.startsWith(`${changed}/`) || changed.startsWith(`${own}/`);
}
