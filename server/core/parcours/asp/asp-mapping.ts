import { isMap, isScalar, type Node } from 'yaml';
import type { Sentence } from '../../messages/say';
import { pairsOf, scalarIn } from '../../text/data-nodes';
import { readData } from '../../text/read-data';
import { unreadSentences } from '../../text/unread';
import { orderFields, requestFields, type OrderField, type RequestField } from './financing-request';

/** Ties fields of our neutral model to keys of ASP's blank model. Places are JSON pointers: `/demande/montant`. */
export interface AspMapping {
  readonly fields: ReadonlyMap<RequestField, string>;
  /** Fields of orders: pointers into the list's item, or into the whole model when there is no list. */
  readonly orderFields: ReadonlyMap<OrderField, string>;
  /** List of the model whose first item is the pattern of each order. */
  readonly list?: string;
  /** Fixed values. */
  readonly constants: ReadonlyMap<string, string>;
}

export interface MappingResult {
  readonly mapping: AspMapping;
  /** Nothing is filled while there is one. */
  readonly problems: readonly Sentence[];
}

/**
 * Reads a mapping file:
 * `version: 1`, `champs: { numeroReferencement: /… }`, `commandes: { liste: /…, champs: { client: /… } }`,
 * `constantes: { /…: valeur }`.
 */
export function readAspMapping(text: string): MappingResult {
  const reader = new MappingReader();
  const root = reader.document(text);
  return { mapping: reader.read(root), problems: reader.problems };
}

class MappingReader {
  readonly problems: Sentence[] = [];

  document(text: string): Node | null | undefined {
    const { document, unread } = readData(text);
    for (const error of document?.errors ?? [])
      this.#problem(`YAML mal formé (${error.message})`, `malformed YAML (${error.message})`);
    if (unread) this.problems.push(unreadSentences[unread.reason]);
    return document?.contents;
  }

  read(root: Node | null | undefined): AspMapping {
    const fields = new Map<RequestField, string>();
    const ofOrders = new Map<OrderField, string>();
    const constants = new Map<string, string>();
    let list: string | undefined;
    for (const [key, value] of this.#entries(root, 'le fichier', 'the file')) {
      if (key === 'version') {
        if (scalarIn(value) !== '1') this.#problem('la version doit être 1', 'the version must be 1');
      } else if (key === 'champs') this.#fields(value, requestFields, fields);
      else if (key === 'constantes') {
        for (const [pointer, constant] of this.#entries(value, '« constantes »', '“constantes”'))
          if (this.#pointer(pointer)) constants.set(pointer, scalarIn(constant));
      } else if (key === 'commandes') {
        for (const [name, inner] of this.#entries(value, '« commandes »', '“commandes”')) {
          if (name === 'champs') this.#fields(inner, orderFields, ofOrders);
          else if (name === 'liste') {
            const pointer = scalarIn(inner);
            if (this.#pointer(pointer)) list = pointer;
          } else this.#unknown(name, ['liste', 'champs']);
        }
      } else this.#unknown(key, ['version', 'champs', 'commandes', 'constantes']);
    }
    return { fields, orderFields: ofOrders, constants, ...(list === undefined ? {} : { list }) };
  }

  #fields<F extends string>(node: Node | null, known: readonly F[], into: Map<F, string>): void {
    for (const [name, value] of this.#entries(node, '« champs »', '“champs”')) {
      const field = known.find((each) => each === name);
      const pointer = scalarIn(value);
      if (field === undefined) this.#unknown(name, known);
      else if (this.#pointer(pointer)) into.set(field, pointer);
    }
  }

  #entries(node: Node | null | undefined, fr: string, en: string): [string, Node | null][] {
    if (isMap(node)) return pairsOf(node).map(({ key, value }) => [scalarIn(key), value]);
    if (node && !isEmpty(node)) this.#problem(`${fr} doit contenir des clés`, `${en} must hold keys`);
    return [];
  }

  #pointer(text: string): boolean {
    if (/^(?:\/[^/]+)+$/.test(text)) return true;
    if (text === '')
      this.#problem(
        'une place du modèle est attendue : écrivez /cle/cle',
        'a place in the model is expected: write /key/key',
      );
    else
      this.#problem(
        `« ${text} » n’est pas une place du modèle : écrivez /cle/cle`,
        `“${text}” is no place in the model: write /key/key`,
      );
    return false;
  }

  #unknown(key: string, known: readonly string[]): void {
    const list = known.join(', ');
    this.#problem(`« ${key} » est inconnu (${list})`, `“${key}” is unknown (${list})`);
  }

  #problem(fr: string, en: string): void {
    this.problems.push({ fr, en });
  }
}

/** A key without anything behind it, or a file without a line. */
function isEmpty(node: Node): boolean {
  return isScalar(node) && scalarIn(node) === '';
}
