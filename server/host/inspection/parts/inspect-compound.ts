import type { Inspection } from '../../../core/evidence/inspection';
import type { Cancellation } from '../../../core/ports/cancellation';
import type { EvidenceSource } from '../evidence-source';
import type { InspectionLimits } from '../limits';
import { printableRuns } from '../printable-runs';
import { closedParts, type PartOpener } from './part';

/** Most bytes that are searched. */
const longest = 16 * 1024 * 1024;
/** The stream of an office document under a password ([MS-OFFCRYPTO], 2.3.1). */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * A compound file (old Office documents, mails of Outlook): its streams are not read, only the texts that stand in one piece
 * are searched, which is said. One with an encrypted document needs a password.
 */
export async function inspectCompound(
  source: EvidenceSource,
  _limits: InspectionLimits,
  _cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const content = Buffer.from(await source.read(0, Math.min(source.size, longest)));
  if (content.includes(encryptedPackage)) {
    opener.leave(undefined, 'encrypted');
    return { damage: { code: 'encrypted' }, partial: true };
  }
  opener.search('text', printableRuns(content));
  opener.leave(undefined, 'kind');
  return { partial: true };
}
