import type { Inspection } from '../../core/evidence/inspection';
import type { Cancellation } from '../../core/ports/cancellation';
import { decodeText } from './decode-text';
import type { EvidenceSource } from './evidence-source';
import { findIdentifiers } from './find-identifiers';
import type { InspectionLimits } from './limits';
import { teleserviceFacts } from './teleservice-facts';
import { spanOfDates, type DateSpan } from './text-dates';

/**
 * Encoding, lines and dates of a text, and the identifiers in it. Of a long text only the beginning is read: the facts are
 * then those of the beginning, and `partial` says so.
 */
export function inspectText(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
): Promise<Partial<Inspection>> {
  return read(source, limits, (text) => spanOfDates(text, cancellation));
}

/** The same without the dates: those of a letter or a report do not say when it was recorded. */
export function inspectStructuredText(source: EvidenceSource, limits: InspectionLimits): Promise<Partial<Inspection>> {
  return read(source, limits, () => ({}));
}

async function read(
  source: EvidenceSource,
  limits: InspectionLimits,
  datesOf: (text: string) => DateSpan,
): Promise<Partial<Inspection>> {
  const bytes = await source.read(0, Math.min(source.size, limits.maxTextLength));
  const decoded = decodeText(bytes);
  if (!decoded) return {};
  const { text, encoding, bom } = decoded;
  const identifiers = findIdentifiers(text, undefined, { max: limits.maxFacts });
  return {
    text: { encoding, ...(bom && { bom }), lines: lineCount(text), ...datesOf(text) },
    ...(identifiers.length > 0 && { identifiers }),
    ...teleserviceFacts(text),
    ...(bytes.length < source.size && { partial: true }),
  };
}

/** Lines ended by LF, CR LF or CR (HL7), and the last one even when nothing ends it. */
function lineCount(text: string): number {
  let ends = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) ends++;
  }
  const last = text.at(-1);
  return last === undefined || last === '\n' || last === '\r' ? ends : ends + 1;
}
