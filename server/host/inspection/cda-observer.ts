import type { CdaFacts, LocatedIdentifier } from '../../core/evidence/inspection';
import { hasWrongLoincDigit, loincSystem } from '../../core/identifiers/loinc';
import { Base64Digest, type DecodedContent } from './base64-digest';
import { hl7Timestamp } from './hl7-timestamp';
import type { XmlElement, XmlObserver } from './xml-observer';

const hl7v3 = 'urn:hl7-org:v3';
const role = ['recordTarget', 'patientRole'];
const person = [...role, 'patient'];
const body = ['component', 'nonXMLBody', 'text'];
/** A name or a title longer than this is none. */
const maxText = 500;

type Names = Partial<Record<'title' | 'family' | 'given', string>>;

/** What a CDA says of itself; the kind of the embedded document is left to the caller, who has its first bytes. */
export interface CdaReading {
  readonly facts: CdaFacts;
  readonly embedded?: DecodedContent;
}

/** Collects the header of a CDA R2 and the digest of the document in its body (HL7 CDA R2, CI-SIS minimal structure). */
export class CdaObserver implements XmlObserver {
  #isCda = false;
  readonly #templateIds: string[] = [];
  readonly #identifiers: LocatedIdentifier[] = [];
  readonly #given: string[] = [];
  readonly #suspectLoinc = new Map<string, number>();
  #code: CdaFacts['code'];
  #effectiveTime: string | undefined;
  #birthDate: string | undefined;
  #sex: string | undefined;
  #title: string | undefined;
  #family: { readonly name: string; readonly birth: boolean } | undefined;
  #familyIsBirth = false;
  #structuredBody = false;
  #body: { readonly mediaType?: string; readonly digest?: Base64Digest } | undefined;
  /** Text of the open element, when it is one that is wanted. */
  #names: Names = {};
  readonly #maxFacts: number;

  constructor(maxFacts: number) {
    this.#maxFacts = maxFacts;
  }

  open(element: XmlElement, path: readonly string[]): void {
    if (path.length === 1) this.#isCda = element.name === 'ClinicalDocument' && element.namespace === hl7v3;
    if (!this.#isCda || element.namespace !== hl7v3) return;
    this.#seeCode(element);
    if (path.length > 6) return;
    if (path.length === 2) this.#openHeader(element);
    else if (path[1] === 'recordTarget') this.#openPatient(element, path);
    else if (path[1] === 'component') this.#openBody(element, path);
  }

  text(text: string, path: readonly string[]): void {
    if (!this.#isCda) return;
    if (isAt(path, body)) this.#body?.digest?.push(text);
    const wanted = wantedText(path);
    if (wanted !== undefined) this.#names[wanted] = ((this.#names[wanted] ?? '') + text).slice(0, maxText);
  }

  base64(text: string, path: readonly string[]): void {
    if (isAt(path, body)) this.#body?.digest?.push(text);
  }

  close(path: readonly string[]): void {
    const wanted = this.#isCda ? wantedText(path) : undefined;
    if (wanted === undefined) return;
    const text = this.#names[wanted]?.replace(/\s+/g, ' ').trim() ?? '';
    this.#names = {};
    if (text === '') return;
    if (wanted === 'title') this.#title ??= text;
    else if (wanted === 'given') this.#add(this.#given, text);
    else if (this.#family === undefined || (this.#familyIsBirth && !this.#family.birth)) {
      this.#family = { name: text, birth: this.#familyIsBirth };
    }
  }

  /** Undefined when the document is no CDA. */
  reading(): CdaReading | undefined {
    if (!this.#isCda) return undefined;
    const decoded = this.#body?.digest?.end();
    const patient = {
      identifiers: this.#identifiers,
      ...(this.#family && { family: this.#family.name }),
      ...(this.#given.length > 0 && { given: this.#given }),
      ...(this.#birthDate !== undefined && { birthDate: this.#birthDate }),
      ...(this.#sex !== undefined && { sex: this.#sex }),
    };
    const facts: CdaFacts = {
      templateIds: this.#templateIds,
      ...(this.#code && { code: this.#code }),
      ...(this.#title !== undefined && { title: this.#title }),
      ...(this.#effectiveTime !== undefined && { effectiveTime: this.#effectiveTime }),
      ...((this.#identifiers.length > 0 || Object.keys(patient).length > 1) && { patient }),
      ...(this.#body && {
        embedded: {
          ...(this.#body.mediaType !== undefined && { mediaType: this.#body.mediaType }),
          ...(decoded && { sha256: decoded.sha256, size: decoded.size }),
        },
      }),
      ...(this.#structuredBody && { structuredBody: true }),
      ...(this.#suspectLoinc.size > 0 && {
        suspectLoinc: [...this.#suspectLoinc].map(([code, line]) => ({ code, line })),
      }),
    };
    return { facts, ...(decoded && { embedded: decoded }) };
  }

  /** A code anywhere, its translations too. */
  #seeCode(element: XmlElement): void {
    if (this.#suspectLoinc.size >= this.#maxFacts || attribute(element, 'codeSystem') !== loincSystem) return;
    const code = attribute(element, 'code');
    if (code === undefined || !hasWrongLoincDigit(code) || this.#suspectLoinc.has(code)) return;
    this.#suspectLoinc.set(code, element.line);
  }

  #openHeader(element: XmlElement): void {
    const value = (name: string): string | undefined => attribute(element, name);
    if (element.name === 'templateId') this.#add(this.#templateIds, value('root'));
    if (element.name === 'effectiveTime') this.#effectiveTime ??= hl7Timestamp(value('value') ?? '');
    if (element.name === 'code') {
      const code = value('code');
      const system = value('codeSystem');
      const displayName = value('displayName');
      if (code === undefined) return;
      this.#code ??= {
        code,
        ...(system !== undefined && { system }),
        ...(displayName !== undefined && { displayName }),
      };
    }
  }

  #openPatient(element: XmlElement, path: readonly string[]): void {
    if (isAt(path, [...role, 'id'])) {
      const value = attribute(element, 'extension');
      const system = attribute(element, 'root');
      if (value === undefined) return;
      const { line } = element;
      this.#add(this.#identifiers, { value, ...(system !== undefined && { system }), line });
    }
    if (isAt(path, [...person, 'birthTime']))
      this.#birthDate ??= hl7Timestamp(attribute(element, 'value') ?? '')?.slice(0, 10);
    if (isAt(path, [...person, 'administrativeGenderCode'])) this.#sex ??= attribute(element, 'code');
    // BR is the name at birth, the one that counts for the INS.
    if (isAt(path, [...person, 'name', 'family'])) {
      this.#familyIsBirth = (attribute(element, 'qualifier') ?? '').split(/\s+/).includes('BR');
    }
  }

  #openBody(element: XmlElement, path: readonly string[]): void {
    if (isAt(path, ['component', 'structuredBody'])) this.#structuredBody = true;
    if (!isAt(path, body) || this.#body) return;
    const mediaType = attribute(element, 'mediaType');
    const encoded = attribute(element, 'representation') === 'B64';
    this.#body = { ...(mediaType !== undefined && { mediaType }), ...(encoded && { digest: new Base64Digest() }) };
  }

  #add<T>(list: T[], item: T | undefined): void {
    if (item !== undefined && list.length < this.#maxFacts) list.push(item);
  }
}

function wantedText(path: readonly string[]): keyof Names | undefined {
  if (isAt(path, ['title'])) return 'title';
  if (isAt(path, [...person, 'name', 'family'])) return 'family';
  if (isAt(path, [...person, 'name', 'given'])) return 'given';
  return undefined;
}

/** Whether the path below the root is this one. */
function isAt(path: readonly string[], names: readonly string[]): boolean {
  return path.length === names.length + 1 && names.every((name, index) => path[index + 1] === name);
}

function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((candidate) => candidate.name === name)?.value;
}
