import type { IdentifierSighting } from '../../core/evidence/inspection';
import { isIns } from '../../core/identifiers/ins';
import { findIdentifiers } from './find-identifiers';
import type { InspectionLimits } from './limits';
import type { XmlElement, XmlObserver } from './xml-observer';

const urnOid = /^urn:oid:([\d.]+)$/;
/** Names of the path that say where, at most. */
const shownNames = 4;

interface Pending {
  readonly value: string;
  system?: string;
  readonly where: string;
  readonly line: number;
  /** Names of the path when the OID may still come. */
  readonly depth: number;
}

/**
 * Collects the INS of an XML document, with the OID that its structure gives: `id` of HL7 v3 (`root`, `extension`),
 * `identifier` of FHIR (`system`, `value`), answers of INSi (`NumIdentifiant`, `Cle`, then `OID`), and plain text anywhere,
 * comments included.
 */
export class XmlIdentifiers implements XmlObserver {
  readonly #found = new Map<string, IdentifierSighting>();
  readonly #limits: InspectionLimits;
  #searched = 0;
  #partial = false;
  #fhirSystem: { readonly depth: number; readonly oid: string } | undefined;
  /** `NumIdentifiant` of INSi, until its key comes. */
  #matricule = '';
  #insi: Pending | undefined;
  #oid = '';
  #key = '';
  /** Of the last text. */
  #line = 1;

  constructor(limits: InspectionLimits) {
    this.#limits = limits;
  }

  get partial(): boolean {
    return this.#partial;
  }

  open(element: XmlElement, path: readonly string[]): void {
    const { attributes, line } = element;
    const root = attributes.find(({ name }) => name === 'root')?.value;
    const fhir = attributes.find(({ name }) => name === 'value')?.value;
    if (element.name === 'system' && fhir !== undefined) {
      const oid = urnOid.exec(fhir)?.[1];
      this.#fhirSystem = oid === undefined ? undefined : { depth: path.length, oid };
    }
    for (const { name, value } of attributes) {
      const system =
        name === 'extension' ? root : name === 'value' && element.name === 'value' ? this.#systemOf(path) : undefined;
      if (system !== undefined && isIns(value)) this.#add({ value, system, where: placeOf(path), line });
      else this.#search(value, path, line);
    }
    if (element.name === 'NumIdentifiant') this.#matricule = '';
    if (element.name === 'Cle') this.#key = '';
    if (element.name === 'OID') this.#oid = '';
  }

  text(text: string, path: readonly string[], line: number): void {
    const name = path.at(-1);
    if (name === 'NumIdentifiant') this.#matricule = joined(this.#matricule, text);
    else if (name === 'Cle') this.#key = joined(this.#key, text);
    else if (name === 'OID') this.#oid = joined(this.#oid, text);
    this.#search(text, path, line);
    this.#line = line;
  }

  comment(text: string, line: number): void {
    this.#search(text, ['<!-- -->'], line);
  }

  close(path: readonly string[]): void {
    const name = path.at(-1);
    if (name === 'Cle') this.#closeKey(path);
    if (name === 'OID' && this.#insi?.depth === path.length) this.#insi.system = this.#oid.trim();
    if (this.#insi !== undefined && path.length < this.#insi.depth) this.#flush();
    if (this.#fhirSystem !== undefined && path.length < this.#fhirSystem.depth) this.#fhirSystem = undefined;
  }

  sightings(): IdentifierSighting[] {
    this.#flush();
    return [...this.#found.values()].sort((first, second) => (first.line ?? 0) - (second.line ?? 0));
  }

  #systemOf(path: readonly string[]): string | undefined {
    return this.#fhirSystem?.depth === path.length ? this.#fhirSystem.oid : undefined;
  }

  #closeKey(path: readonly string[]): void {
    const value = (this.#matricule + this.#key).replace(/\s+/g, '').toUpperCase();
    this.#matricule = '';
    if (!isIns(value)) return;
    this.#flush();
    // IdIndividu holds the two; the OID stands beside IdIndividu.
    this.#insi = { value, where: placeOf(path.slice(0, -1)), line: this.#line, depth: path.length - 1 };
  }

  #flush(): void {
    if (this.#insi === undefined) return;
    const { value, system, where, line } = this.#insi;
    this.#insi = undefined;
    this.#add({ value, ...(system !== undefined && system !== '' && { system }), where, line });
  }

  #search(text: string, path: readonly string[], firstLine: number): void {
    if (text.length < 15) return;
    if (this.#searched + text.length > this.#limits.maxTextLength) {
      this.#partial = true;
      return;
    }
    this.#searched += text.length;
    const found = findIdentifiers(text, undefined, { firstLine, max: this.#limits.maxFacts });
    for (const sighting of found) this.#add({ ...sighting, where: placeOf(path) });
  }

  #add(sighting: IdentifierSighting): void {
    const key = [sighting.value, sighting.system, sighting.where].join(' ');
    if (this.#found.has(key)) return;
    if (this.#found.size >= this.#limits.maxFacts) this.#partial = true;
    else this.#found.set(key, sighting);
  }
}

/** Only short texts are kept: a matricule, a key, an OID. */
function joined(before: string, text: string): string {
  return (before + text).slice(0, 100);
}

/** `recordTarget/patientRole/id`: the path below the root, its end when it is long. */
function placeOf(path: readonly string[]): string {
  const names = path.length > 1 ? path.slice(1) : path;
  const shown = names.length > shownNames ? ['…', ...names.slice(-shownNames)] : names;
  return shown.join('/').slice(0, 200);
}
