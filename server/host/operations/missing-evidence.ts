import type { EvidenceFile } from '../../core/evidence/evidence-file';
import { ArchiveError, type ArchiveErrorCode } from '../archive/archive-error';

type Missing = Exclude<EvidenceFile, { state: 'file' }>;

const codes: Readonly<Record<Missing['state'], ArchiveErrorCode>> = {
  absent: 'evidence-missing',
  directory: 'evidence-not-a-file',
  special: 'evidence-not-a-file',
  outside: 'evidence-outside',
  unreadable: 'evidence-unreadable',
};

/** Why a cited path cannot go into an archive. @param entry the name that it was to have there */
export function missingEvidence(path: string, fact: Missing, entry?: string): ArchiveError {
  const reason = fact.state === 'unreadable' ? fact.reason : fact.state;
  return new ArchiveError(codes[fact.state], `Not to be read (${reason}): ${path}`, { path, entry });
}
