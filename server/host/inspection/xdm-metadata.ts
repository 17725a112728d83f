import type { LocatedIdentifier } from '../../core/evidence/inspection';
import type { XmlElement, XmlObserver } from './xml-observer';

/** What METADATA.XML says of one document. */
export interface MetadataDocument {
  readonly uri?: string;
  /** Bytes. */
  readonly size?: number;
  /** SHA-1, lower-case hexadecimal. */
  readonly hash?: string;
}

/** Identification schemes of the patient of an entry and of a submission set (IHE ITI TF-3, 4.3.1). */
const patientSchemes = new Set([
  'urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427',
  'urn:uuid:6b5aea1a-874d-4603-a4bc-96a0a7b38446',
]);
const wantedSlots = new Set(['URI', 'size', 'hash', 'sourcePatientId']);
const maxValue = 1000;

/** Collects the documents and the patients of a SubmitObjectsRequest (ebRIM 3, the metadata of an XDM archive). */
export class XdmMetadata implements XmlObserver {
  readonly documents: MetadataDocument[] = [];
  readonly #patients = new Map<string, LocatedIdentifier>();
  readonly #maxFacts: number;
  #slot: string | undefined;
  #value: string | undefined;
  #values = new Map<string, string[]>();

  constructor(maxFacts: number) {
    this.#maxFacts = maxFacts;
  }

  get patientIds(): readonly LocatedIdentifier[] {
    return [...this.#patients.values()];
  }

  open(element: XmlElement, path: readonly string[]): void {
    const value = (name: string): string => element.attributes.find((each) => each.name === name)?.value ?? '';
    if (element.name === 'ExtrinsicObject') this.#values = new Map();
    if (element.name === 'Slot' && path.includes('ExtrinsicObject')) {
      this.#slot = wantedSlots.has(value('name')) ? value('name') : undefined;
    }
    if (element.name === 'Value' && this.#slot !== undefined) this.#value = '';
    if (element.name === 'ExternalIdentifier' && patientSchemes.has(value('identificationScheme').toLowerCase())) {
      this.#addPatient(value('value'));
    }
  }

  text(text: string): void {
    if (this.#value !== undefined) this.#value = (this.#value + text).slice(0, maxValue);
  }

  close(path: readonly string[]): void {
    const name = path.at(-1);
    if (name === 'Value' && this.#value !== undefined && this.#slot !== undefined) {
      const values = this.#values.get(this.#slot) ?? [];
      if (values.length < 20) this.#values.set(this.#slot, [...values, this.#value.trim()]);
      this.#value = undefined;
    }
    if (name === 'Slot') this.#slot = undefined;
    if (name === 'ExtrinsicObject') this.#closeDocument();
  }

  #closeDocument(): void {
    const uri = joinedUri(this.#values.get('URI') ?? []);
    const size = this.#values.get('size')?.[0];
    const hash = this.#values.get('hash')?.[0]?.toLowerCase();
    for (const patient of this.#values.get('sourcePatientId') ?? []) this.#addPatient(patient);
    this.#values = new Map();
    if (this.documents.length >= this.#maxFacts) return;
    this.documents.push({
      ...(uri !== '' && { uri }),
      ...(size !== undefined && /^\d{1,15}$/.test(size) && { size: Number(size) }),
      ...(hash !== undefined && /^[0-9a-f]{40}$/.test(hash) && { hash }),
    });
  }

  #addPatient(cx: string): void {
    const [value = '', , , authority = ''] = cx.split('^');
    const [, system = '', kind = ''] = authority.split('&');
    if (value.trim() === '' || this.#patients.size >= this.#maxFacts) return;
    this.#patients.set(`${value} ${system}`, { value: value.trim(), ...(kind === 'ISO' && { system }) });
  }
}

/** A URI may be cut in values that a number and a bar order: `1|DOC`, `2|0001.XML`. */
function joinedUri(values: readonly string[]): string {
  if (values.length < 2) return (values[0] ?? '').replace(/^1\|/, '');
  const numbered = values.map((value) => /^(\d{1,3})\|(.*)$/s.exec(value));
  if (numbered.some((part) => part === null)) return values[0] ?? '';
  return numbered
    .map((part) => ({ number: Number(part?.[1]), text: part?.[2] ?? '' }))
    .sort((first, second) => first.number - second.number)
    .map(({ text }) => text)
    .join('');
}
