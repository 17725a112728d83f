import type { Inspection } from '../../../core/evidence/inspection';
import type { Cancellation } from '../../../core/ports/cancellation';
import { decodeText } from '../decode-text';
import type { EvidenceSource } from '../evidence-source';
import type { InspectionLimits } from '../limits';
import { linesOfPairs } from '../../../core/evidence/named-pairs';
import { namedFacts } from '../content-words';
import { jsonPairs } from './json-pairs';
import { jsonIdentities } from './json-identities';
import { closedParts, type PartOpener } from './part';

/** Identities in a JSON document (FHIR, log, export) and in the documents that its strings carry (`Binary.data`, `attachment.data`). */
export async function inspectJson(
  source: EvidenceSource,
  limits: InspectionLimits,
  _cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const content = await source.readAll(Math.min(limits.maxBytes, limits.maxInflatedBytes));
  // Its text is searched by pieces all the same.
  if (content === undefined) return {};
  const text = decodeText(content)?.text ?? '';
  const value = parsed(text);
  if (value === undefined) return {};
  const named = linesOfPairs(jsonPairs(value));
  const { identifiers, parts, stopped } = jsonIdentities(value);
  for (const part of parts) await opener.open(part);
  if (stopped) opener.leave(undefined, 'count');
  return {
    ...(named !== '' && namedFacts(text, named, limits.maxFacts)),
    ...(identifiers.length > 0 && { identifiers }),
    ...(stopped && { partial: true }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A SyntaxError or a RangeError: what is no JSON is searched as text.
    return undefined;
  }
}
