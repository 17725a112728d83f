import { safePath } from '../evidence/evidence-path';
import type { EvidenceFile } from '../evidence/evidence-file';
import { evidencePath, type EvidenceItem } from '../manifest/facts';
import type { Dossier, ResolvedScenario } from './dossier';

/** A piece of evidence whose file is not there, and what its content was. */
export interface LostEvidence {
  /** In its normal form. */
  readonly path: string;
  /** Lower-case hexadecimal digest. */
  readonly sha256: string;
}

/** Files that the dossier does not cite, by content, as far as they were looked at. */
export interface UncitedFiles {
  /** @param sha256 lower-case hexadecimal digest */
  with(sha256: string): SameContent;
}

export interface SameContent {
  /** Paths relative to the dossier's folder, sorted. */
  readonly paths: readonly string[];
  /** Whether one of the dossier's lost files, and one alone, can be this one. */
  readonly isSure: boolean;
}

/** The digest that was recorded for a file, of the piece itself or else of its review. */
export function recordedDigest({ sha256, review }: EvidenceItem): string | undefined {
  const digest = (sha256 ?? review?.sha256)?.value.toLowerCase();
  return digest !== undefined && /^[0-9a-f]{64}$/.test(digest) ? digest : undefined;
}

/** Whether a file is neither there nor kept elsewhere by a tool that can fetch it. */
export function isLost(file: EvidenceFile | undefined): boolean {
  return file?.state === 'absent' && file.pointer === undefined;
}

/** The lost pieces of a dossier of which the content is known, each path once. */
export function lostEvidence(
  { requirements, coreScenarios }: Dossier,
  evidenceFile: (path: string) => EvidenceFile | undefined,
): readonly LostEvidence[] {
  const lost = new Map<string, LostEvidence>();
  const look = ({ proofs }: ResolvedScenario) => {
    for (const item of proofs.flatMap(({ facts }) => facts.evidence)) {
      const [written, sha256] = [evidencePath(item), recordedDigest(item)];
      const path = written && sha256 !== undefined ? safePath(written.value) : undefined;
      if (path !== undefined && sha256 !== undefined && isLost(evidenceFile(path)))
        lost.set(`${sha256} ${path}`, { path, sha256 });
    }
  };
  for (const { value } of requirements) for (const scenario of value.scenarios) look(scenario);
  for (const { value } of coreScenarios) look(value);
  return [...lost.values()];
}
