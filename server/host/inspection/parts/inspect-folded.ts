import type { Inspection } from '../../../core/evidence/inspection';
import type { Cancellation } from '../../../core/ports/cancellation';
import { decodeText } from '../decode-text';
import type { EvidenceSource } from '../evidence-source';
import type { InspectionLimits } from '../limits';
import { encodedRuns } from './encoded-runs';
import { closedParts, type PartOpener } from './part';

/**
 * Identities in a business card, an appointment or a directory extract (vCard, iCalendar, LDIF), whose long lines go on behind
 * a space, and may be in quoted-printable.
 */
export async function inspectFolded(
  source: EvidenceSource,
  limits: InspectionLimits,
  _cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const content = await source.read(0, Math.min(source.size, limits.maxTextLength));
  const text = decodeText(content)?.text ?? '';
  const unfolded = text.replace(/\r?\n[ \t]/g, '');
  const plain = /QUOTED-PRINTABLE/i.test(unfolded) ? withoutQuotedPrintable(unfolded) : unfolded;
  if (plain !== text) opener.search('text', plain);
  for (const { name, content: inside } of encodedRuns(plain)) await opener.open({ name, content: inside });
  return {};
}

function withoutQuotedPrintable(text: string): string {
  const written = text.replace(/=\r?\n/g, '');
  return Buffer.from(
    written.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}
