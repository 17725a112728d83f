import type { InspectionLimits } from '../limits';
import type { XmlElement, XmlObserver } from '../xml-observer';
import { xmlPlace } from '../xml-place';
import { decodedContent, shortestEncoded, writtenContent } from './carried-content';
import type { Part } from './part';

/**
 * The documents that an XML document carries in its elements and attributes, in base64 or written out: the body of a CDA,
 * `observationMedia`, `Document` of XDS, `data` of FHIR, a message in CDATA.
 */
export class CarriedDocuments implements XmlObserver {
  readonly parts: Part[] = [];
  /** Places of those that were too large. */
  readonly left: string[] = [];
  readonly #limits: InspectionLimits;
  #pieces: string[] = [];
  #length = 0;
  #line = 1;
  #held = 0;

  constructor(limits: InspectionLimits) {
    this.#limits = limits;
  }

  open({ attributes, line }: XmlElement, path: readonly string[]): void {
    this.#start(line);
    for (const { name, value } of attributes) {
      if (value.length >= shortestEncoded) this.#keep(value, [...path, name], line);
    }
  }

  text(text: string): void {
    this.#add(text);
  }

  base64(text: string): void {
    this.#add(text);
  }

  close(path: readonly string[]): void {
    if (this.#length > 2 * this.#limits.maxInflatedBytes) this.left.push(xmlPlace(path));
    else if (this.#length >= shortestEncoded) this.#keep(this.#pieces.join(''), path, this.#line);
    this.#start(this.#line);
  }

  #start(line: number): void {
    this.#pieces = [];
    this.#length = 0;
    this.#line = line;
  }

  #add(text: string): void {
    this.#length += text.length;
    if (this.#length <= 2 * this.#limits.maxInflatedBytes) this.#pieces.push(text);
    else this.#pieces = [];
  }

  #keep(value: string, path: readonly string[], line: number): void {
    const content = decodedContent(value) ?? writtenContent(value);
    if (content === undefined) return;
    this.#held += content.length;
    if (this.#held > this.#limits.maxBytes) this.left.push(xmlPlace(path));
    else this.parts.push({ name: xmlPlace(path), content, line });
  }
}
