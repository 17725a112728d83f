import type { Hl7Facts, Hl7MessageFacts, LocatedIdentifier } from '../../core/evidence/inspection';
import { hl7Timestamp } from './hl7-timestamp';
import type { XmlElement, XmlObserver } from './xml-observer';

const namespace = 'urn:hl7-org:v2xml';
/** `ADT_A31`, `ORU_R01`, `ACK`: the structure of a message. */
const structure = /^(?:[A-Z]{3}_[A-Z]\d{2}|ACK)$/;
const segmentName = /^[A-Z][A-Z0-9]{2}$/;
const longest = 200;
const mostMessages = 200;
const mostSegments = 1000;

/** One message while it is read. */
interface Reading {
  readonly depth: number;
  readonly segments: string[];
  /** The first text at each place that counts, such as `MSH.9/MSG.2`. */
  readonly texts: Map<string, string>;
  readonly identifiers: LocatedIdentifier[];
  line: number;
}

/** Reads the messages of HL7 v2 in its XML form (HL7 v2 XML Encoding Rules), alone or inside of another document. */
export class Hl7XmlObserver implements XmlObserver {
  readonly #messages: Hl7MessageFacts[] = [];
  #reading: Reading | undefined;
  #partial = false;
  #text = '';

  open({ name, namespace: given, line }: XmlElement, path: readonly string[]): void {
    this.#text = '';
    const reading = this.#reading;
    if (!reading) {
      if (structure.test(name) && (given === namespace || path.length === 1))
        this.#reading = { depth: path.length, segments: [], texts: new Map(), identifiers: [], line };
      return;
    }
    // Groups (`ORU_R01.PATIENT`) stand between a message and its segments.
    if (segmentName.test(name) && reading.segments.length < mostSegments) reading.segments.push(name);
    if (name === 'PID.3') {
      reading.texts.delete('CX.1');
      reading.texts.delete('CX.4/HD.2');
      reading.line = line;
    }
  }

  text(text: string): void {
    if (this.#reading && this.#text.length < longest) this.#text += text.slice(0, longest);
  }

  close(path: readonly string[]): void {
    const reading = this.#reading;
    if (!reading) return;
    const text = this.#text.trim();
    this.#text = '';
    const name = path.at(-1) ?? '';
    const field = path.findIndex((one) => /^(?:MSH|MSA|PID)\.\d+$/.test(one));
    if (text !== '' && field >= 0) {
      const inPid3 = path[field] === 'PID.3';
      const place = path.slice(inPid3 ? field + 1 : field).join('/');
      if (!reading.texts.has(place)) reading.texts.set(place, text);
    }
    if (name === 'PID.3') this.#keepIdentifier(reading);
    if (path.length === reading.depth) {
      if (reading.segments[0] === 'MSH' && this.#messages.length < mostMessages) this.#messages.push(factsOf(reading));
      else if (reading.segments[0] === 'MSH') this.#partial = true;
      this.#reading = undefined;
    }
  }

  /** Undefined when the document holds no such message. */
  facts(): Hl7Facts | undefined {
    return this.#messages.length > 0 ? { messages: this.#messages } : undefined;
  }

  /** There were more messages than are kept. */
  get partial(): boolean {
    return this.#partial;
  }

  #keepIdentifier({ texts, identifiers, line }: Reading): void {
    const value = texts.get('CX.1');
    const system = texts.get('CX.4/HD.2');
    if (value === undefined || identifiers.length >= 100) return;
    identifiers.push({ value, ...(system !== undefined && /^[\d.]+$/.test(system) && { system }), line });
  }
}

function factsOf({ segments, texts, identifiers }: Reading): Hl7MessageFacts {
  const at = (...places: readonly string[]): string | undefined =>
    places.map((place) => texts.get(place)).find((text) => text !== undefined);
  const type = [at('MSH.9/MSG.1', 'MSH.9/CM_MSG.1', 'MSH.9'), at('MSH.9/MSG.2', 'MSH.9/CM_MSG.2')]
    .filter((part) => part !== undefined)
    .join('^');
  const version = at('MSH.12/VID.1', 'MSH.12');
  const date = hl7Timestamp(at('MSH.7/TS.1', 'MSH.7') ?? '');
  const acknowledgement = at('MSA.1');
  const family = at('PID.5/XPN.1/FN.1', 'PID.5/XPN.1');
  const given = at('PID.5/XPN.2');
  const birthDate = hl7Timestamp(at('PID.7/TS.1', 'PID.7') ?? '')?.slice(0, 10);
  const sex = at('PID.8');
  return {
    ...(type !== '' && { type }),
    ...(version !== undefined && { version }),
    ...(date !== undefined && { date }),
    segments,
    ...(at('MSH.11/PT.1', 'MSH.11') === 'P' && { production: true as const }),
    ...(acknowledgement !== undefined && { acknowledgement }),
    ...(segments.includes('PID') && {
      patient: {
        identifiers,
        ...(family !== undefined && { family }),
        ...(given !== undefined && { given: [given] }),
        ...(birthDate !== undefined && { birthDate }),
        ...(sex !== undefined && { sex }),
      },
    }),
    ...(texts.has('PID.32') && { reliability: [texts.get('PID.32') ?? ''] }),
  };
}
