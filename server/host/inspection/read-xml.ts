import { setImmediate } from 'node:timers/promises';
import { TextDecoder } from 'node:util';
import type { Cancellation } from '../../core/ports/cancellation';
import type { EvidenceSource } from './evidence-source';
import type { InspectionLimits } from './limits';
import { declarationBytes, xmlEncoding } from './xml-encoding';
import type { XmlObserver, XmlReading } from './xml-observer';
import { XmlReader } from './xml-reader';

const chunkBytes = 128 * 1024;

/**
 * Reads a document once, piece by piece, for several observers, and says whether it is well-formed (XML 1.0 and
 * namespaces). No entity but the five of XML is replaced and nothing external is read: text that uses an entity of the
 * document type is given with the reference as it stands.
 */
export async function readXml(
  source: EvidenceSource,
  observers: readonly XmlObserver[],
  limits: InspectionLimits,
  cancellation: Cancellation,
): Promise<XmlReading> {
  const { label } = xmlEncoding(await source.read(0, declarationBytes));
  // An encoding that cannot be read here may be a good one.
  if (label === undefined) return { partial: true };
  const reader = new XmlReader(observers, limits.maxBytes);
  const decoder = new TextDecoder(label, { fatal: true });
  for (let offset = 0; offset < source.size && !reader.stopped; offset += chunkBytes) {
    if (offset > 0) await setImmediate();
    if (cancellation.isCancellationRequested) return { ...reader.facts(), partial: true };
    const bytes = await source.read(offset, chunkBytes);
    const last = offset + chunkBytes >= source.size;
    const text = decode(decoder, bytes, !last);
    if (text === undefined) {
      reader.write(new TextDecoder(label).decode(bytes).split('\uFFFD', 1)[0] ?? '');
      reader.flush();
      return { damage: { code: 'encoding', line: reader.line }, ...reader.facts() };
    }
    reader.write(text);
  }
  reader.end();
  return reader.facts();
}

function decode(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string | undefined {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    // A TypeError is how the decoder says that the bytes are not in the encoding.
    return undefined;
  }
}
