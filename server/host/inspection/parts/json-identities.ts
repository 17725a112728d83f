import { findIdentifiers } from '../../../core/evidence/find-identifiers';
import { namesInsStrictly } from '../../../core/evidence/identity-words';
import type { IdentifierSighting } from '../../../core/evidence/inspection';
import { isInsSystem } from '../../../core/evidence/test-identities';
import { isIns } from '../../../core/identifiers/ins';
import { decodedContent, writtenContent } from './carried-content';
import { encodedRuns } from './encoded-runs';
import type { Part } from './part';

/** What a JSON value holds. */
export interface JsonIdentities {
  readonly identifiers: readonly IdentifierSighting[];
  /** Documents in strings: base64, JSON, XML, HL7. */
  readonly parts: readonly Part[];
  /** Some values were left: too deep, or too many. */
  readonly stopped: boolean;
}

const maxDepth = 100;
const maxValues = 2_000_000;
/** An OID of health identities, alone or as `urn:oid:`, in a value. */
const qualifier = /^(?:urn:oid:)?(1\.2\.250\.1\.213\.1\.4\.\d{1,2})$/;
const otherOid = /^(?:urn:oid:)?([0-2](?:\.\d+){4,20})$/;
/** Names under which an object holds the authority of its own value. */
const authority = /^(?:system|assign|authority|oid|qualifi|domain|namespace|type)/i;
const keyName = /^(?:cl[ée]|key|cle[A-Z_].*|.*(?:[cC]le|[kK]ey))$/;

/**
 * Identities in a JSON value, as objects say them: the OID that qualifies a number is sought among the keys of the same
 * object, in whatever order, and in the small objects that name its authority.
 */
export function jsonIdentities(value: unknown): JsonIdentities {
  const walk = new Walk();
  walk.visit(value, [], undefined);
  return walk;
}

class Walk implements JsonIdentities {
  readonly identifiers: IdentifierSighting[] = [];
  readonly parts: Part[] = [];
  stopped = false;
  #values = 0;

  visit(value: unknown, path: readonly string[], system: string | undefined): void {
    if (++this.#values > maxValues || path.length > maxDepth) {
      this.stopped = true;
      return;
    }
    if (typeof value === 'string' || typeof value === 'number') this.#scalar(String(value), path, system);
    else if (Array.isArray(value)) this.#array(value, path, system);
    else if (typeof value === 'object' && value !== null) this.#object(value, path);
  }

  #array(items: readonly unknown[], path: readonly string[], system: string | undefined): void {
    this.#split(items.slice(0, mostPairs).flatMap(pairOf), path, undefined);
    for (const item of items) this.visit(item, path, system);
  }

  #object(object: object, path: readonly string[]): void {
    const entries = Object.entries(object) as [string, unknown][];
    const system = systemOf(entries);
    this.#split(entries, path, system);
    const label = labelOf(entries);
    for (const [name, value] of entries)
      this.visit(value, label === undefined || !valueName.test(name) ? [...path, name] : [...path, label], system);
  }

  /** A matricule and its key under two keys of one object. */
  #split(entries: readonly [string, unknown][], path: readonly string[], system: string | undefined): void {
    const keys = entries.filter(([name, value]) => keyName.test(name) && /^\d{1,2}$/.test(String(value)));
    const [key] = keys;
    if (key === undefined) return;
    for (const [name, value] of entries) {
      const ins = `${String(value)}${String(key[1]).padStart(2, '0')}`.replace(/\s/g, '').toUpperCase();
      if (ins.length !== 15 || !isIns(ins)) continue;
      this.identifiers.push({ value: ins, ...(system !== undefined && { system }), where: placeOf([...path, name]) });
    }
  }

  #scalar(text: string, path: readonly string[], system: string | undefined): void {
    if (text.length < 13) return;
    const where = placeOf(path);
    const content = decodedContent(text) ?? writtenContent(text);
    if (content !== undefined) {
      this.parts.push({ name: where, content });
      return;
    }
    // A token, alone or in a header: `Bearer eyJ…`.
    for (const run of encodedRuns(text)) this.parts.push({ name: where, content: run.content });
    const context = path.slice(-2).join(' ');
    const near = system !== undefined && (isInsSystem(system) || !namesInsStrictly(context)) ? system : undefined;
    // Only a value that is nothing but a number takes the OID of its object: a sentence may name another one.
    const whole = /^[\s\dABab.-]{13,25}$/.test(text);
    const search = { firstLine: null, max: 50, context, ...(whole && near !== undefined && { system: near }) };
    this.identifiers.push(...findIdentifiers(text, where, search));
  }
}

/** Fields, parameters and headers are listed as pairs (HAR, collections of requests, forms): `{ "name": "nir", "value": "…" }`. */
const labelName = /^(?:name|key|nom|cle|label|libelle|field|champ|param(?:eter)?|id|code)$/i;
const valueName = /^(?:value|valeur|content|text|texte|val)$|^value[A-Z]/;
const mostPairs = 1000;

function labelOf(entries: readonly [string, unknown][]): string | undefined {
  if (entries.length > 20) return undefined;
  const found = entries.find(([name, value]) => labelName.test(name) && typeof value === 'string')?.[1];
  return typeof found === 'string' && found.length <= 60 && !/\d{5}/.test(found) ? found : undefined;
}

/** Name and value of a pair, as if they were a key and its value; nothing when an object is none. */
function pairOf(item: unknown): [string, unknown][] {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
  const entries = Object.entries(item) as [string, unknown][];
  const label = labelOf(entries);
  const value = entries.find(([name]) => valueName.test(name))?.[1];
  return label === undefined || value === undefined ? [] : [[label, value]];
}

/** The OID that an object gives to its value; undefined when it gives none, or several. */
function systemOf(entries: readonly [string, unknown][]): string | undefined {
  const own = new Set<string>();
  const others = new Set<string>();
  const see = (value: unknown): void => {
    if (typeof value !== 'string') return;
    const found = qualifier.exec(value.trim())?.[1];
    if (found !== undefined) own.add(found);
    const other = otherOid.exec(value.trim())?.[1];
    if (other !== undefined) others.add(other);
  };
  for (const [name, value] of entries) {
    see(value);
    if (authority.test(name) && typeof value === 'object' && value !== null) Object.values(value).forEach(see);
  }
  const systems = own.size > 0 ? own : others;
  const [system] = systems;
  return systems.size === 1 ? system : undefined;
}

/** `identifier/value`, the end of it when it is long. */
function placeOf(path: readonly string[]): string {
  const shown = path.length > 4 ? ['…', ...path.slice(-4)] : path;
  return shown.join('/').slice(0, 200) || 'JSON';
}
