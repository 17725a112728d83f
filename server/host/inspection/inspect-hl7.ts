import { setImmediate } from 'node:timers/promises';
import type {
  Hl7MessageFacts,
  IdentifierSighting,
  Inspection,
  LocatedIdentifier,
  PersonFacts,
} from '../../core/evidence/inspection';
import { isIns } from '../../core/identifiers/ins';
import type { Cancellation } from '../../core/ports/cancellation';
import { decodeText } from './decode-text';
import { memorySource, type EvidenceSource } from './evidence-source';
import { findIdentifiers } from './find-identifiers';
import { hl7Messages, parts, unescaped, type Hl7Message, type Hl7Segment } from './hl7-message';
import { hl7Timestamp } from './hl7-timestamp';
import { inspectXml } from './inspect-xml';
import type { InspectionLimits } from './limits';

/** Most segment names kept for one message. */
const maxSegments = 1000;
const segmentsBetweenPauses = 2000;

/**
 * The HL7 v2 messages of a file, with the patient of PID, and the identifiers of all their fields. A document embedded in
 * base64 (OBX-5 of type ED: a CDA) is inspected for identifiers too.
 */
export async function inspectHl7(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
): Promise<Partial<Inspection>> {
  const bytes = await source.read(0, Math.min(source.size, limits.maxBytes));
  let partial = bytes.length < source.size;
  const messages: Hl7MessageFacts[] = [];
  let looked = 0;
  let segmentsRead = 0;
  const stopped = (): boolean => cancellation.isCancellationRequested;
  const identifiers = new Map<string, IdentifierSighting>();
  const see = (found: readonly IdentifierSighting[]): void => {
    for (const sighting of found) {
      const key = [sighting.value, sighting.system, sighting.where].join(' ');
      if (identifiers.has(key)) continue;
      if (identifiers.size < limits.maxFacts) identifiers.set(key, sighting);
      else partial = true;
    }
  };
  for (const message of hl7Messages(decodeText(bytes)?.text ?? '')) {
    if (stopped() || looked >= limits.maxEntries) {
      partial = true;
      break;
    }
    looked++;
    if (messages.length < limits.maxFacts) messages.push(messageFacts(message));
    else partial = true;
    for (const segment of message.segments) {
      // So that a long file blocks nothing, and can be cancelled.
      if (++segmentsRead % segmentsBetweenPauses === 0) await setImmediate();
      if (stopped()) break;
      see(segmentIdentifiers(segment, message));
      const embedded = await embeddedIdentifiers(segment, message, limits, cancellation);
      see(embedded.identifiers);
      partial ||= embedded.partial;
    }
  }
  partial ||= stopped();
  const sightings = [...identifiers.values()];
  return {
    hl7: { messages },
    ...(sightings.length > 0 && { identifiers: sightings }),
    ...(partial && { partial: true }),
  };
}

function messageFacts(message: Hl7Message): Hl7MessageFacts {
  const { segments, separators } = message;
  const header = segments.find(({ name }) => name === 'MSH');
  const patient = segments.find(({ name }) => name === 'PID');
  const [code = '', event = ''] = parts(header?.fields[9], separators.component);
  const type = [code, event].filter((part) => part !== '').join('^');
  const version = first(header?.fields[12], separators.component);
  const date = hl7Timestamp(first(header?.fields[7], separators.component) ?? '');
  const reliability = parts(patient?.fields[32], separators.repetition).filter((item) => item !== '');
  return {
    ...(type !== '' && { type }),
    ...(version !== undefined && { version }),
    ...(date !== undefined && { date }),
    segments: segments.slice(0, maxSegments).map(({ name }) => name),
    ...(patient && { patient: personFacts(patient, message) }),
    ...(reliability.length > 0 && { reliability }),
  };
}

/** PID-3 (CX), PID-5 (XPN), PID-7, PID-8. */
function personFacts(pid: Hl7Segment, message: Hl7Message): PersonFacts {
  const { separators } = message;
  const plain = (value: string): string => unescaped(value, separators).trim();
  const names = parts(pid.fields[5], separators.repetition).map((name) => parts(name, separators.component));
  // Type L is the legal name, that of birth in the French profile of PAM.
  const name = names.find((candidate) => candidate[6] === 'L') ?? names[0] ?? [];
  const family = plain(first(name[0], separators.subcomponent) ?? '');
  const given = [name[1] ?? '', name[2] ?? ''].map(plain).filter((part) => part !== '');
  const birthDate = hl7Timestamp(first(pid.fields[7], separators.component) ?? '')?.slice(0, 10);
  const sex = plain(first(pid.fields[8], separators.component) ?? '');
  return {
    identifiers: patientIdentifiers(pid, message),
    ...(family !== '' && { family }),
    ...(given.length > 0 && { given }),
    ...(birthDate !== undefined && { birthDate }),
    ...(sex !== '' && { sex }),
  };
}

function patientIdentifiers(pid: Hl7Segment, message: Hl7Message): LocatedIdentifier[] {
  return parts(pid.fields[3], message.separators.repetition)
    .slice(0, 100)
    .flatMap((repetition) => {
      const identifier = qualified(repetition, message);
      return identifier === undefined ? [] : [{ ...identifier, line: pid.line }];
    });
}

/** A CX: its value, and the OID of its assigning authority when that is one (`name&OID&ISO`). */
function qualified(repetition: string, { separators }: Hl7Message): { value: string; system?: string } | undefined {
  const components = parts(repetition, separators.component);
  const value = unescaped(components[0] ?? '', separators).trim();
  if (value === '' || value.length > 200) return undefined;
  const [, system = '', kind = ''] = parts(components[3], separators.subcomponent);
  return { value, ...(kind === 'ISO' && /^[\d.]+$/.test(system) && { system }) };
}

/** INS in any field. The OID comes from the fourth component of the repetition, as in a CX. */
function segmentIdentifiers(segment: Hl7Segment, message: Hl7Message): IdentifierSighting[] {
  const { line, name } = segment;
  return segment.fields.flatMap((field, number) => {
    // A shorter field holds none; a longer one is an embedded document.
    if (number === 0 || field.length < 15 || field.length > 20_000) return [];
    const where = `${name}-${number}`;
    return parts(field, message.separators.repetition).flatMap((repetition): IdentifierSighting[] => {
      const identifier = qualified(repetition, message);
      if (identifier && isIns(identifier.value.toUpperCase())) {
        return [{ ...identifier, value: identifier.value.toUpperCase(), where, line }];
      }
      return findIdentifiers(repetition, where, { firstLine: line, max: 20 });
    });
  });
}

const nothing = { identifiers: [], partial: false };

/** OBX-5 of type ED: `source^type^subtype^Base64^data`. */
async function embeddedIdentifiers(
  segment: Hl7Segment,
  { separators }: Hl7Message,
  limits: InspectionLimits,
  cancellation: Cancellation,
): Promise<{ readonly identifiers: readonly IdentifierSighting[]; readonly partial: boolean }> {
  if (segment.name !== 'OBX' || segment.fields[2] !== 'ED') return nothing;
  const [, , , encoding = '', data = ''] = parts(segment.fields[5], separators.component);
  if (!/^base64$/i.test(encoding.trim()) || data === '') return nothing;
  if (data.length > limits.maxInflatedBytes) return { identifiers: [], partial: true };
  const content = Buffer.from(data, 'base64');
  const text = decodeText(content.subarray(0, 1024))?.text.trimStart() ?? '';
  if (!text.startsWith('<')) return nothing;
  const inside = await inspectXml(memorySource(content, { name: 'OBX-5.xml' }), limits, cancellation);
  const identifiers = (inside.identifiers ?? []).map(({ value, system, where = '' }) => ({
    value,
    ...(system !== undefined && { system }),
    where: `OBX-5/${where}`,
    line: segment.line,
  }));
  return { identifiers, partial: inside.partial === true };
}

function first(value: string | undefined, separator: string): string | undefined {
  const part = value?.split(separator, 1)[0]?.trim();
  return part === '' ? undefined : part;
}
