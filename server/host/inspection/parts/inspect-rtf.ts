import type { Inspection } from '../../../core/evidence/inspection';
import type { Cancellation } from '../../../core/ports/cancellation';
import type { EvidenceSource } from '../evidence-source';
import type { InspectionLimits } from '../limits';
import { closedParts, type PartOpener } from './part';
import { rtfText } from './rtf-text';

/** Identities and secrets in the text of an RTF document, whatever commands cut it. */
export async function inspectRtf(
  source: EvidenceSource,
  limits: InspectionLimits,
  _cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const content = Buffer.from(await source.read(0, Math.min(source.size, limits.maxBytes)));
  opener.search('RTF', rtfText(content.toString('latin1')));
  if (content.length === source.size) return {};
  opener.leave(undefined, 'size');
  return { partial: true };
}
