import type { Dossier } from '../dossier/dossier';
import type { LostEvidence, SameContent, UncitedFiles } from '../dossier/lost-evidence';
import { citationsOf } from '../dossier/manifest-citations';
import { isWholeDossier } from '../dossier/whole-dossier';
import type { EvidenceFile } from '../evidence/evidence-file';
import { evidenceFolderOf } from '../evidence/evidence-folders';
import { foldedPath } from '../evidence/evidence-path';
import { isPackage, isWorkFile } from '../rules/preuve/orpheline/work-files';
import { fileNameOf } from '../text/file-name';

/** SHA-256 of nothing: empty files are all alike, and none is another. */
const ofNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** That no file is known for. */
export const noUncitedFiles: UncitedFiles = { with: () => ({ paths: [], isSure: false }) };

/**
 * Of the files in a dossier's folder, those that may be a lost piece under another name: not cited, no work file, among
 * evidence or at least named like a lost one.
 * @param listed paths relative to the dossier's folder
 * @param isOthers whether a path lies in the folder of another dossier
 */
export function possibleFinds(
  dossier: Dossier,
  lost: readonly LostEvidence[],
  listed: readonly string[],
  isOthers: (path: string) => boolean,
): readonly string[] {
  const { main, fragments } = dossier;
  const cited = [main, ...fragments].map(({ parsed }) => citationsOf(parsed));
  const extensions = new Set(lost.map(({ path }) => extensionOf(foldedPath(path))));
  return listed.filter((path) => {
    const folded = foldedPath(path);
    if (isWorkFile(folded) || isPackage(folded, main.path) || isOthers(path)) return false;
    if (cited.some((paths) => paths.has(folded))) return false;
    return evidenceFolderOf(path)?.whole === true || extensions.has(extensionOf(folded));
  });
}

/** What is known of them once they were looked at. */
export function uncitedFiles(
  dossier: Dossier,
  lost: readonly LostEvidence[],
  paths: readonly string[],
  evidenceFile: (path: string) => EvidenceFile | undefined,
): UncitedFiles {
  const isWhole = isWholeDossier(dossier);
  return {
    with(sha256): SameContent {
      if (sha256 === ofNothing) return { paths: [], isSure: false };
      const found = paths.filter((path) => {
        const file = evidenceFile(path);
        return file?.state === 'file' && file.sha256 === sha256;
      });
      // Of two that were lost with one content, or of one that had two, which is found would be a guess.
      const wanted = lost.filter((one) => one.sha256 === sha256);
      const isAlone = wanted.length === 1 && lost.filter(({ path }) => path === wanted[0]?.path).length === 1;
      return { paths: found, isSure: found.length === 1 && isAlone && isWhole };
    },
  };
}

function extensionOf(path: string): string {
  const name = fileNameOf(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot) : '';
}
