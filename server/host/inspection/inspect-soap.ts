import type { Inspection } from '../../core/evidence/inspection';
import type { Cancellation } from '../../core/ports/cancellation';
import { decodeText } from './decode-text';
import { memorySource, type EvidenceSource } from './evidence-source';
import { inspectXml } from './inspect-xml';
import type { InspectionLimits } from './limits';

/** Messages of a journal that are looked at. */
const maxEnvelopes = 20;

/**
 * SOAP messages in a text that is not one of them as a whole: HTTP headers before it, a multipart message (MTOM), a
 * journal. The first one with an assertion counts, else the first one. A document that is a SOAP message is for
 * `inspectXml`, and gives nothing here.
 */
export async function inspectSoap(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
): Promise<Partial<Inspection>> {
  const text = decodeText(await source.read(0, Math.min(source.size, limits.maxTextLength)))?.text;
  if (text === undefined) return {};
  let first: Partial<Inspection> = {};
  for (const message of envelopes(text)) {
    if (cancellation.isCancellationRequested) return { ...first, partial: true };
    const content = memorySource(Buffer.from(message), { name: 'soap.xml' });
    const { soap, damage } = await inspectXml(content, limits, cancellation);
    if (soap?.assertion === true && damage === undefined) return { soap };
    if (soap && first.soap === undefined) first = { soap };
  }
  return first;
}

function* envelopes(text: string): Generator<string> {
  const start = /<((?:[A-Za-z_][\w.-]{0,100}:)?Envelope)[\s>]/g;
  for (let found = 0; found < maxEnvelopes; found++) {
    const match = start.exec(text);
    if (match === null) return;
    if (found === 0 && isProlog(text.slice(0, match.index))) return;
    const tag = `</${match[1] ?? ''}`;
    const end = text.indexOf('>', text.indexOf(tag, match.index) + tag.length);
    if (!text.includes(tag, match.index) || end < 0) return;
    yield text.slice(match.index, end + 1);
    start.lastIndex = end;
  }
}

/** Nothing but what may stand before the root of a document. */
function isProlog(text: string): boolean {
  return text.length < 10_000 && /^\s*(?:<\?[^>]*\?>\s*|<!--[^>]*-->\s*)*$/.test(text);
}
