import { findSecrets, type SecretSighting } from '../../core/evidence/find-secrets';
import { findIdentifiers } from '../../core/evidence/find-identifiers';
import type { IdentifierSighting } from '../../core/evidence/inspection';
import { isInsSystem } from '../../core/evidence/test-identities';
import { isIns } from '../../core/identifiers/ins';
import type { InspectionLimits } from './limits';
import type { XmlElement, XmlObserver } from './xml-observer';
import { xmlPlace } from './xml-place';

const oidValue = /^(?:urn:oid:)?([0-2](?:\.\d+){4,20})$/;
/** Arcs of health registers and standards. What is written so as a whole is no identity, and most attributes are. */
const registeredOid = /^(?:urn:oid:)?(?:1\.2\.[28]|1\.3\.6|2\.16)\d*(?:\.\d+)+$/;
const healthOid = /^1\.2\.250\.1\.213\.1\.4\.\d{1,2}$/;
const matricule = /^[1-478]\d{4}(?:\d{2}|2[AB])\d{6}(\d{2})?$/;
/** Levels above a value at which its OID may stand: `CX.1` beside `CX.4/HD.2`. */
const maxRise = 3;
/** Characters of one paragraph or row that are joined. */
const maxFlow = 1024 * 1024;

/** Elements that stand inside a line of text: of Office documents (runs), HTML, CDA narratives and SVG. What they part is one word. */
const inline = new Set(
  'r t rPr proofErr bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference permStart permEnd smartTag ins del delText moveFrom moveTo instrText fldChar fldSimple hyperlink lastRenderedPageBreak noProof lang rFonts sz szCs color span b i u em strong font a sup sub tspan content bdi bdo mark small s'.split(
    ' ',
  ),
);
/** Elements whose cells are read as one line. */
const rows = new Set(['tr', 'row', 'table-row']);

interface Pending {
  readonly sighting: IdentifierSighting;
  /** Levels that it has risen. */
  readonly rise: number;
}

/** An element that is open. */
interface Frame {
  /** INS that nothing qualifies yet. */
  readonly pending: Pending[];
  /** OIDs of health identities in it, else others. */
  readonly oids: Set<string>;
}

/**
 * Collects the INS of an XML document, with the OID that its structure gives: `id` of HL7 v3 (`root`, `extension`),
 * `identifier` of FHIR (`system`, `value`), answers of INSi (`NumIdentifiant`, `Cle`, then `OID`), fields of HL7 v2 in XML
 * (`CX.1`, `HD.2`), any element that holds both; and plain text anywhere, comments included, whatever markup cuts it.
 */
export class XmlIdentifiers implements XmlObserver {
  readonly #found = new Map<string, IdentifierSighting>();
  readonly #limits: InspectionLimits;
  readonly #secrets: SecretSighting[] = [];
  #searched = 0;
  #partial = false;
  /** Of the open elements; undefined where there is nothing to keep. */
  readonly #frames: (Frame | undefined)[] = [];
  /** `NumIdentifiant` of INSi, until its key comes. */
  #matricule = '';
  #key = '';
  /** Text of the open element, while it is short enough to be an OID. */
  #short = '';
  /** Text of the paragraph or row. */
  #flow = '';
  #flowLine = 1;
  #flowPath: readonly string[] = [];
  #rows = 0;
  #line = 1;

  constructor(limits: InspectionLimits) {
    this.#limits = limits;
  }

  get partial(): boolean {
    return this.#partial;
  }

  open(element: XmlElement, path: readonly string[]): void {
    const { name, attributes, line } = element;
    this.#frames.push(undefined);
    this.#break(name);
    if (rows.has(name)) this.#rows++;
    this.#short = '';
    const root = attributes.find((attribute) => attribute.name === 'root')?.value;
    for (const attribute of attributes) {
      this.#seeOid(attribute.value);
      if (attribute.name === 'extension' && root !== undefined && this.#addQualified(attribute.value, root, path, line))
        continue;
      if (attribute.value.length < 13 || registeredOid.test(attribute.value)) continue;
      const context = attribute.name === 'value' || attribute.name === 'extension' ? name : attribute.name;
      this.#search(attribute.value, path, line, context);
    }
    if (name === 'NumIdentifiant') this.#matricule = '';
    if (name === 'Cle') this.#key = '';
  }

  text(text: string, path: readonly string[], line: number): void {
    const name = path.at(-1);
    if (name === 'NumIdentifiant') this.#matricule = joined(this.#matricule, text);
    else if (name === 'Cle') this.#key = joined(this.#key, text);
    this.#short = joined(this.#short, text);
    this.#line = line;
    if (this.#flow === '') {
      this.#flowLine = line;
      this.#flowPath = [...path];
    }
    this.#flow += text;
    if (this.#flow.length > maxFlow) this.#flush();
  }

  comment(text: string, line: number): void {
    this.#search(text, ['<!-- -->'], line, undefined);
  }

  close(path: readonly string[]): void {
    const name = path.at(-1) ?? '';
    this.#seeOid(this.#short);
    this.#short = '';
    if (name === 'Cle') this.#closeKey(path);
    if (rows.has(name)) this.#rows = Math.max(0, this.#rows - 1);
    this.#break(name);
    this.#closeFrame();
  }

  sightings(): IdentifierSighting[] {
    this.#flush();
    while (this.#frames.length > 0) this.#closeFrame();
    return [...this.#found.values()].sort((first, second) => (first.line ?? 0) - (second.line ?? 0));
  }

  /** Keys, passwords and tokens in the text and comments, whatever entities and markup they are written with. */
  secrets(): readonly SecretSighting[] {
    return this.#secrets;
  }

  /** A value with the OID that its own element gives. @returns whether it is one that is sought */
  #addQualified(value: string, system: string, path: readonly string[], line: number): boolean {
    const plain = value.replace(/\s+/g, '').toUpperCase();
    if (isIns(plain)) {
      this.#add({ value: plain, system, where: xmlPlace(path), line });
      return true;
    }
    const form = isInsSystem(system) ? matricule.exec(plain) : null;
    if (form === null) return false;
    this.#add({ value: plain, system, where: xmlPlace(path), line, key: form[1] === undefined ? 'missing' : 'wrong' });
    return true;
  }

  #frame(depth: number): Frame {
    return (this.#frames[depth] ??= { pending: [], oids: new Set() });
  }

  #seeOid(text: string): void {
    if (text.length < 9 || text.length > 80 || this.#frames.length === 0) return;
    const oid = oidValue.exec(text.trim())?.[1];
    if (oid !== undefined) this.#frame(this.#frames.length - 1).oids.add(oid);
  }

  #closeKey(path: readonly string[]): void {
    const value = (this.#matricule + this.#key).replace(/\s+/g, '').toUpperCase();
    this.#matricule = '';
    // IdIndividu holds the two; the OID stands beside IdIndividu.
    if (isIns(value)) this.#hold({ value, where: xmlPlace(path.slice(0, -1)), line: this.#line });
  }

  /** Keeps an INS until the OID of its record is known. */
  #hold(sighting: IdentifierSighting): void {
    if (this.#frames.length === 0) this.#add(sighting);
    else this.#frame(this.#frames.length - 1).pending.push({ sighting, rise: 0 });
  }

  /** What an element holds is one record, if it has both an INS and one OID; else its parent is. */
  #closeFrame(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    const health = [...frame.oids].filter((oid) => healthOid.test(oid));
    const [system] = health.length > 0 ? health : [...frame.oids];
    const many = health.length > 1 || (health.length === 0 && frame.oids.size > 1);
    const depth = this.#frames.length - 1;
    if (frame.pending.length > 0 && system !== undefined) {
      // Several OIDs say nothing; and an OID that was used is no other record's.
      for (const { sighting } of frame.pending) this.#settle(sighting, many ? undefined : system);
      return;
    }
    for (const { sighting, rise } of frame.pending) {
      if (depth < 0 || rise >= maxRise) this.#settle(sighting, undefined);
      else this.#frame(depth).pending.push({ sighting, rise: rise + 1 });
    }
    // Only the OIDs of health identities are sought farther: an element has many others.
    if (depth >= 0) for (const oid of health) this.#frame(depth).oids.add(oid);
  }

  #settle({ unnamed, ...sighting }: IdentifierSighting, system: string | undefined): void {
    if (system !== undefined) this.#add({ ...sighting, system });
    else this.#add({ ...sighting, ...(unnamed && { unnamed }) });
  }

  /** The end of a line of text, or of a cell in a row. */
  #break(name: string): void {
    if (inline.has(name) || this.#flow === '') return;
    if (this.#rows > 0) this.#flow += '\t';
    else this.#flush();
  }

  #flush(): void {
    const text = this.#flow;
    this.#flow = '';
    this.#search(text, this.#flowPath, this.#flowLine, this.#flowPath.slice(-2).join(' '));
  }

  #search(text: string, path: readonly string[], firstLine: number, context: string | undefined): void {
    if (text.length < 13) return;
    if (this.#searched + text.length > this.#limits.maxBytes) {
      this.#partial = true;
      return;
    }
    this.#searched += text.length;
    const search = { firstLine, max: this.#limits.maxFacts, ...(context !== undefined && { context }) };
    const free = this.#limits.maxFacts - this.#secrets.length;
    if (free > 0)
      for (const secret of findSecrets(text, { firstLine, max: free }))
        this.#secrets.push({ ...secret, where: xmlPlace(path) });
    for (const sighting of findIdentifiers(text, undefined, search)) {
      const placed = { ...sighting, where: xmlPlace(path) };
      if (sighting.system === undefined) this.#hold(placed);
      else this.#add(placed);
    }
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
  return before.length > 100 ? before : (before + text).slice(0, 101);
}
