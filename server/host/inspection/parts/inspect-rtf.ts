import type { Inspection } from '../../../core/evidence/inspection';
import type { Cancellation } from '../../../core/ports/cancellation';
import type { EvidenceSource } from '../evidence-source';
import type { InspectionLimits } from '../limits';
import { closedParts, type PartOpener } from './part';
import { rtfObjects, rtfPictures } from './rtf-pictures';
import { rtfText } from './rtf-text';

/** Identities and secrets in the text of an RTF document, whatever commands cut it; its pictures as parts. */
export async function inspectRtf(
  source: EvidenceSource,
  limits: InspectionLimits,
  _cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const content = Buffer.from(await source.read(0, Math.min(source.size, limits.maxBytes)));
  const rtf = content.toString('latin1');
  opener.search('RTF', rtfText(rtf));
  for (const { name, data } of rtfPictures(rtf)) {
    if (data && opener.isWanted(name)) await opener.open({ name, content: data });
    else opener.leave(name, 'picture');
  }
  for (const name of rtfObjects(rtf)) opener.leave(name, 'kind');
  if (content.length === source.size) return {};
  opener.leave(undefined, 'size');
  return { partial: true };
}
