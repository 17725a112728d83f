import { setImmediate } from 'node:timers/promises';
import { findIdentifiers } from '../../core/evidence/find-identifiers';
import type {
  Hl7MessageFacts,
  IdentifierSighting,
  Inspection,
  LocatedIdentifier,
  PersonFacts,
} from '../../core/evidence/inspection';
import { isInsSystem } from '../../core/evidence/test-identities';
import { isIns } from '../../core/identifiers/ins';
import type { Cancellation } from '../../core/ports/cancellation';
import { decodeText } from './decode-text';
import type { EvidenceSource } from './evidence-source';
import { hl7Messages, parts, unescaped, type Hl7Message, type Hl7Segment } from './hl7-message';
import { hl7Timestamp } from './hl7-timestamp';
import type { InspectionLimits } from './limits';
import { decodedContent, shortestEncoded, writtenContent } from './parts/carried-content';
import { closedParts, type Part, type PartOpener } from './parts/part';

const matricule = /^[1-478]\d{4}(?:\d{2}|2[AB])\d{6}(\d{2})?$/;
/** Most segment names kept for one message. */
const maxSegments = 1000;
/** Characters. */
const longestField = 1024 * 1024;
const segmentsBetweenPauses = 2000;

/**
 * The HL7 v2 messages of a file, with the patient of PID, and the identifiers of all their fields. A document that a field
 * carries (OBX-5: in base64, folded or not, or written out with escapes) is opened.
 */
export async function inspectHl7(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener = closedParts,
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
      for (const part of embedded(segment, message)) await opener.open(part);
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
  const processing = first(header?.fields[11], separators.component);
  const acknowledgement = first(segments.find(({ name }) => name === 'MSA')?.fields[1], separators.component);
  const date = hl7Timestamp(first(header?.fields[7], separators.component) ?? '');
  const reliability = parts(patient?.fields[32], separators.repetition).filter((item) => item !== '');
  return {
    ...(type !== '' && { type }),
    ...(version !== undefined && { version }),
    ...(date !== undefined && { date }),
    segments: segments.slice(0, maxSegments).map(({ name }) => name),
    ...(processing === 'P' && { production: true as const }),
    ...(acknowledgement !== undefined && { acknowledgement }),
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
    // A shorter field holds none; a longer one is a document, opened as such.
    if (number === 0 || field.length < 13 || field.length > longestField) return [];
    const where = `${name}-${number}`;
    return parts(field, message.separators.repetition).flatMap((repetition): IdentifierSighting[] => {
      const identifier = qualified(repetition, message);
      const value = identifier?.value.replace(/\s+/g, '').toUpperCase() ?? '';
      if (identifier && isIns(value)) return [{ ...identifier, value, where, line }];
      const form = isInsSystem(identifier?.system ?? '') ? matricule.exec(value) : null;
      if (identifier && form) {
        return [{ ...identifier, value, where, line, key: form[1] === undefined ? 'missing' : 'wrong' }];
      }
      return findIdentifiers(unescaped(repetition, message.separators), where, { firstLine: line, max: 20 });
    });
  });
}

/** The documents that the components of a segment carry. */
function* embedded({ name, line, fields }: Hl7Segment, { separators }: Hl7Message): Generator<Part> {
  for (const [number, field] of fields.entries()) {
    if (field.length < shortestEncoded) continue;
    const values = [...new Set([...parts(field, separators.component), field])];
    for (const value of values) {
      if (value.length < shortestEncoded) continue;
      const content = decodedContent(unescaped(value, separators)) ?? writtenContent(unescaped(value, separators));
      if (content !== undefined) yield { name: `${name}-${number}`, content, line };
    }
  }
}

function first(value: string | undefined, separator: string): string | undefined {
  const part = value?.split(separator, 1)[0]?.trim();
  return part === '' ? undefined : part;
}
