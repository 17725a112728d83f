import type { Analysis } from '../engine/analyse';
import { digestOfContent } from '../evidence/evidence-file';
import { safePiecePath } from '../evidence/evidence-path';
import { evidencePath, type EvidenceItem } from '../manifest/facts';

/** Digest of the file of a piece as it is now, in the dossier or in the common folder; undefined where it is none that is known. */
export function pieceDigest(item: EvidenceItem, { evidenceFile }: Pick<Analysis, 'evidenceFile'>): string | undefined {
  const path = safePiecePath(evidencePath(item)?.value ?? '');
  return path === undefined ? undefined : digestOfContent(evidenceFile(path));
}
