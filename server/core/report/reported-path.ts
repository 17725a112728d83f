import { piecePathFault } from '../evidence/evidence-path';

/** A path as a report shows it: one that leads out of the dossier is a folder of the machine, and nothing for ANS. */
export function reportedPath(path: string, forAns: boolean): string {
  return forAns && piecePathFault(path) !== undefined ? '' : path;
}
