import type { Sentence } from '../../messages/say';
import type { AspMapping } from './asp-mapping';
import { orderFields, requestFields, type FinancingRequest } from './financing-request';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface FilledModel {
  /** ASP's model with the values put in; its other keys are as they were. */
  readonly filled: Json;
  /** What does not fit: the filled model must then not be used. */
  readonly problems: readonly Sentence[];
  /** Fields that have a value and no key. */
  readonly unmapped: readonly string[];
  /** Keys of the model that nothing fills. */
  readonly untouched: readonly string[];
}

/**
 * Fills ASP's blank model from a request, as a mapping says. A key must stand in the blank model, and a value must be of
 * the type that the blank model has there (an empty list takes texts, `null` takes a text): nothing is added to the model.
 */
export function fillAspModel(model: Json, mapping: AspMapping, request: FinancingRequest): FilledModel {
  const filler = new Filler(structuredCopy(model));
  const unmapped = new Set<string>();
  for (const [pointer, value] of mapping.constants) filler.put(pointer, value, pointer);
  for (const field of requestFields) {
    const value = request[field];
    if (value === undefined) continue;
    const pointer = mapping.fields.get(field);
    if (pointer === undefined) unmapped.add(field);
    else filler.put(pointer, value, field);
  }
  const bases =
    mapping.list === undefined ? single(filler, request) : filler.repeat(mapping.list, request.commandes.length);
  for (const [index, order] of request.commandes.entries()) {
    const base = bases[index];
    if (base === undefined) continue;
    for (const field of orderFields) {
      const value = order[field];
      if (value === undefined) continue;
      const pointer = mapping.orderFields.get(field);
      if (pointer === undefined) unmapped.add(`commandes.${field}`);
      else filler.put(`${base}${pointer}`, value, `commandes.${field}`);
    }
  }
  return {
    filled: filler.root,
    problems: filler.problems,
    unmapped: [...unmapped],
    untouched: leaves(filler.root).filter((pointer) => !filler.written.has(pointer)),
  };
}

/** Without a list, the whole model is about one order. */
function single(filler: Filler, { commandes }: FinancingRequest): string[] {
  if (commandes.length > 1)
    filler.problems.push({
      fr: `La correspondance n’a pas de liste : une seule commande par fichier, et il y en a ${commandes.length}`,
      en: `The mapping has no list: one order in each file, and there are ${commandes.length}`,
    });
  return [''];
}

class Filler {
  readonly problems: Sentence[] = [];
  readonly written = new Set<string>();

  constructor(readonly root: Json) {}

  put(pointer: string, value: string | readonly string[], field: string): void {
    const place = this.#place(pointer, field);
    if (!place) return;
    const fitted = fit(value, place.now);
    if (fitted === undefined) {
      const [fr, en] = typeName(place.now);
      this.problems.push({
        fr: `${field} : « ${String(value)} » n’est pas ${fr}, ce que le modèle attend en ${pointer}`,
        en: `${field}: “${String(value)}” is not ${en}, which the model expects at ${pointer}`,
      });
      return;
    }
    place.put(fitted);
    this.written.add(pointer);
  }

  /** Repeats a list's first item. @returns the pointer of each item */
  repeat(pointer: string, count: number): string[] {
    const place = this.#place(pointer, 'liste');
    if (!place) return [];
    const list = Array.isArray(place.now) ? place.now : [];
    const [pattern] = list;
    if (pattern === undefined) {
      this.problems.push({
        fr: `${pointer} n’est pas une liste avec un premier élément qui serve de gabarit`,
        en: `${pointer} is not a list with a first item to serve as pattern`,
      });
      return [];
    }
    list.splice(0, list.length, ...Array.from({ length: count }, () => structuredCopy(pattern)));
    return list.map((_, index) => `${pointer}/${index}`);
  }

  #place(pointer: string, field: string): Place | undefined {
    let node: Json = this.root;
    let place: Place | undefined;
    for (const segment of pointer.slice(1).split('/')) {
      place = placeIn(node, segment.replaceAll('~1', '/').replaceAll('~0', '~'));
      if (!place) break;
      node = place.now;
    }
    if (place) return place;
    this.problems.push({
      fr: `${field} : le modèle de l’ASP n’a pas de clé ${pointer}`,
      en: `${field}: the model of ASP has no key ${pointer}`,
    });
    return undefined;
  }
}

/** The value as the blank's type wants it; undefined when it does not fit. */
function fit(value: string | readonly string[], blank: Json): Json | undefined {
  if (Array.isArray(blank)) {
    const fitted: Json[] = [];
    for (const item of typeof value === 'string' ? [value] : value) {
      const one = fit(item, blank[0] ?? '');
      if (one === undefined) return undefined;
      fitted.push(one);
    }
    return fitted;
  }
  if (typeof value !== 'string') {
    const [only, ...others] = value;
    return only === undefined || others.length > 0 ? undefined : fit(only, blank);
  }
  if (typeof blank === 'number') return /^-?\d{1,15}(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
  if (typeof blank === 'boolean') return value === 'oui' ? true : value === 'non' ? false : undefined;
  return typeof blank === 'string' || blank === null ? value : undefined;
}

function typeName(blank: Json): readonly [fr: string, en: string] {
  if (Array.isArray(blank)) return ['une liste de ce type', 'a list of that type'];
  if (typeof blank === 'number') return ['un nombre', 'a number'];
  if (typeof blank === 'boolean') return ['oui ou non', 'yes or no (oui, non)'];
  return typeof blank === 'object' && blank !== null ? ['un objet', 'an object'] : ['un texte seul', 'a single text'];
}

/** A place of the model: what stands there, and how something else is put there. */
interface Place {
  readonly now: Json;
  readonly put: (value: Json) => void;
}

function placeIn(parent: Json, key: string): Place | undefined {
  const now = ownValue(parent, key);
  if (now === undefined) return undefined;
  const put = (value: Json) =>
    Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
  return { now, put };
}

/** Own properties only: a pointer must not reach what every object inherits. */
function ownValue(parent: Json, key: string): Json | undefined {
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, key)) return undefined;
  return Array.isArray(parent) ? parent[Number(key)] : parent[key];
}

function leaves(node: Json, pointer = ''): string[] {
  if (typeof node !== 'object' || node === null) return [pointer];
  const entries = Array.isArray(node) ? [...node.entries()] : Object.entries(node);
  if (entries.length === 0) return [pointer];
  if (Array.isArray(node) && node.every((item) => typeof item !== 'object')) return [pointer];
  return entries.flatMap(([key, value]) =>
    leaves(value, `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

function structuredCopy(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
