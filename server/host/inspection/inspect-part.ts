import type { IdentifierSighting, Inspection } from '../../core/evidence/inspection';
import type { Cancellation } from '../../core/ports/cancellation';
import { decodeText } from './decode-text';
import { extensionOf } from '../../core/evidence/file-extension';
import { memorySource, type EvidenceSource } from './evidence-source';
import { findIdentifiers } from './find-identifiers';
import { inspectHl7 } from './inspect-hl7';
import { inspectXml } from './inspect-xml';
import type { InspectionLimits } from './limits';

/** An inspector that needs a service to run, such as that of PDF documents. */
export type PartInspector = (
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
) => Promise<Partial<Inspection>>;

export interface PartIdentifiers {
  readonly identifiers: readonly IdentifierSighting[];
  readonly partial: boolean;
}

/** Names of parts that are worth decompressing: documents and texts, not pictures. */
const worthReading = new Set([
  'xml',
  'hl7',
  'er7',
  'txt',
  'log',
  'csv',
  'json',
  'eml',
  'html',
  'htm',
  'cda',
  'pdf',
  '',
]);

/** Whether a part of that name can hold identifiers that {@link partIdentifiers} reads. */
export function isWorthReading(name: string): boolean {
  return worthReading.has(extensionOf(name));
}

/**
 * The identifiers of a document inside another one (entry of an archive, attachment), each placed under the part's name.
 * A part of a part is not opened.
 */
export async function partIdentifiers(
  name: string,
  content: Uint8Array,
  limits: InspectionLimits,
  cancellation: Cancellation,
  inspectPdf: PartInspector | undefined,
): Promise<PartIdentifiers> {
  const source = memorySource(content, { name });
  if (Buffer.from(content.subarray(0, 5)).toString('latin1') === '%PDF-') {
    return inspectPdf === undefined
      ? { identifiers: [], partial: false }
      : placed(name, await inspectPdf(source, limits, cancellation));
  }
  const text = decodeText(content.subarray(0, limits.maxTextLength))?.text;
  if (text === undefined) return { identifiers: [], partial: false };
  if (text.trimStart().startsWith('<')) return placed(name, await inspectXml(source, limits, cancellation));
  if (/(?:^|\s)MSH\|/.test(text)) return placed(name, await inspectHl7(source, limits, cancellation));
  const identifiers = findIdentifiers(text, undefined, { firstLine: null, max: limits.maxFacts });
  return placed(name, { identifiers, partial: content.length > limits.maxTextLength });
}

/** Lines are those of the part, not of the file: they are left out. */
function placed(name: string, { identifiers = [], partial }: Partial<Inspection>): PartIdentifiers {
  return {
    identifiers: identifiers.map(({ value, system, where }) => ({
      value,
      ...(system !== undefined && { system }),
      where: where === undefined ? name : `${name}/${where}`,
    })),
    partial: partial === true,
  };
}
