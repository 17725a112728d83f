import type { Dossier } from '../dossier/dossier';
import { foldedPath } from '../evidence/evidence-path';
import { isOwnFile } from '../evidence/own-file';
import { isPackage } from '../rules/preuve/orpheline/work-files';
import type { FilePiece, Piece } from './piece';

/** Which of the pieces is a file of the dossier's own, 0-based: a manifest, its catalogue, a package, its configuration. */
export function ownPiece(pieces: readonly Piece[], { main, fragments, catalogue }: Dossier): number | undefined {
  const kept = new Set([main, ...fragments].map(({ path }) => foldedPath(path)));
  const isKept = ({ inside }: FilePiece): boolean =>
    inside !== undefined &&
    (kept.has(foldedPath(inside)) ||
      isPackage(foldedPath(inside), main.path) ||
      (catalogue.kind === 'loaded' && catalogue.origin.kind === 'file' && catalogue.origin.uri.endsWith(`/${inside}`)));
  const piece = pieces.findIndex((one) => {
    if (one.kind !== 'file' && one.kind !== 'declaration') return false;
    return isOwnFile(one.inside ?? one.name) || isKept(one);
  });
  return piece < 0 ? undefined : piece;
}
