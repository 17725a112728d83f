import { isAlias, type Alias, type Document, type Node, type Pair, type YAMLMap } from 'yaml';
import { oddSpacesOfKey } from '../text/odd-spaces';
import { shift, type Located, type OffsetRange } from '../text/offset-range';
import type { SimpleMap, SimplePair } from '../text/simple-yaml-nodes';
import { isListNode, isMapNode, isPlain, isScalarNode, rangeOfNode, type YamlNode } from '../text/yaml-node';
import { AliasTargets } from './alias-targets';
import { isEmpty } from './empty-value';
import { mostItems } from '../text/most-items';
import { tooManyEntries } from './most-entries';
import type { StructureProblem } from './problem';
import { scalarProblem } from './scalar-format';
import type { DictKey, DictShape, ListShape, MapShape, ScalarShape, Shape } from './shape';

/** A node read against its shape: whatever does not fit became a problem and is left out. */
export type ReadNode = ReadScalar | ReadMap | ReadList;

export interface ReadScalar extends Located<string> {
  readonly kind: 'scalar';
}

export interface ReadEntry {
  readonly key: Located<string>;
  readonly value: ReadNode | undefined;
  /** From the key to the end of the value. */
  readonly range: OffsetRange;
}

export interface ReadMap {
  readonly kind: 'map';
  readonly entries: readonly ReadEntry[];
  readonly range: OffsetRange;
}

export interface ReadList {
  readonly kind: 'list';
  readonly items: readonly { readonly value: ReadNode | undefined; readonly range: OffsetRange }[];
  readonly range: OffsetRange;
}

/**
 * More nodes than this reached through aliases, besides one for each character of the text, are taken for an alias bomb:
 * a piece cited a thousand times by its alias stays far below.
 */
const spareAliasedNodes = 20_000;

/** Entries whose doubles are looked for in the whole dossier, not in each file: they may be read one by one. */
const dossierWide: ReadonlySet<DictKey> = new Set(['requirement', 'coreScenario']);

/**
 * Walks a YAML tree along a shape. Reads on after every problem, so that a half-typed file gives as much as
 * possible. Whatever is reached through an alias has the range of the alias.
 */
export class NodeReader {
  readonly problems: StructureProblem[] = [];
  #alias: OffsetRange | undefined;
  #aliasedNodes = 0;
  #bombReported = false;
  readonly #aliasStack: Node[] = [];
  readonly #targets: AliasTargets | undefined;
  readonly #maxAliasedNodes: number;

  constructor(
    /** Where aliases find what they stand for; a tree of the reader for simple texts has none. */
    readonly document: Document | undefined,
    /** Length of the text, where nodes without range (empty values at the end) are placed. */
    readonly textEnd: number,
  ) {
    this.#targets = document && new AliasTargets(document);
    this.#maxAliasedNodes = spareAliasedNodes + textEnd;
  }

  read(node: unknown, shape: Shape, at: OffsetRange): ReadNode | undefined {
    if (isAlias(node)) return this.#readAlias(node, shape);
    if (this.#alias && ++this.#aliasedNodes > this.#maxAliasedNodes) return undefined;
    if (isEmpty(node)) {
      if (shape.kind === 'map') this.#checkPresence(shape, new Set(), at);
      return emptyOf(shape, at);
    }
    const range = this.rangeOf(node as YamlNode, at);
    if ((isMapNode(node) || isListNode(node)) && node.items.length > mostItems) {
      this.problem('syntax', range, tooManyEntries);
      return undefined;
    }
    switch (shape.kind) {
      case 'scalar':
        return this.#readScalar(node as YamlNode, shape, range);
      case 'map':
        if (isMapNode(node)) return this.readMap(node, shape, range, at);
        break;
      case 'dict':
        if (isMapNode(node)) return this.#readDict(node, shape, range);
        break;
      case 'list':
        if (isListNode(node)) return this.#readList(node.items, shape, range);
        break;
    }
    const args = { expected: shape.kind, found: kindOf(node as YamlNode) };
    this.problem('wrongType', range, shape.kind === 'map' ? { ...args, in: shape.name } : args);
    return undefined;
  }

  /** @param at the key that the mapping is the value of, or the mapping itself */
  readMap(node: YAMLMap | SimpleMap, shape: MapShape, range: OffsetRange, at: OffsetRange): ReadMap {
    const entries: ReadEntry[] = [];
    const seen = new Set<string>();
    let first: OffsetRange | undefined;
    for (const pair of node.items) {
      const key = this.readKey(pair, range);
      if (!key) continue;
      first ??= key.range;
      if (seen.has(key.value)) {
        this.problem('duplicateKey', key.range, { key: key.value });
        continue;
      }
      seen.add(key.value);
      const known = Object.hasOwn(shape.keys, key.value) ? shape.keys[key.value] : undefined;
      if (!known) {
        this.#unknownKey(key, shape, seen);
        continue;
      }
      const value = this.read(pair.value, known.shape, key.range);
      entries.push({ key, value, range: this.#pairRange(key, pair) });
      if (known.required && known.shape.kind === 'scalar' && this.isEmptyValue(pair.value))
        this.problem('missingKey', key.range, { key: key.value, in: shape.name });
    }
    this.#checkPresence(shape, seen, at.end <= range.start ? at : (first ?? range));
    return { kind: 'map', entries, range };
  }

  problem(
    kind: StructureProblem['kind'],
    range: OffsetRange,
    args: StructureProblem['args'],
    candidates?: readonly string[],
  ): void {
    this.problems.push(candidates ? { kind, range, args, candidates } : { kind, range, args });
  }

  /** The key of a pair as text, or undefined (with a problem) when it is not a plain key. */
  readKey(pair: Pair | SimplePair, at: OffsetRange): Located<string> | undefined {
    const key = isAlias(pair.key) ? this.#targets?.of(pair.key) : pair.key;
    if (isScalarNode(key)) {
      const read = { value: String(key.value), range: this.rangeOf(pair.key as YamlNode, at) };
      return isAlias(pair.key) || !isPlain(key) || this.#isOrdinary(read) ? read : undefined;
    }
    if (key === null) return { value: '', range: at };
    this.problem('wrongType', this.rangeOf(pair.key as YamlNode | null, at), { expected: 'scalar', found: 'map' });
    return undefined;
  }

  /** Tells of keys that YAML does not read as their author does. @returns false for one that is no key at all */
  #isOrdinary({ value, range }: Located<string>): boolean {
    if (this.#alias) return true;
    if (value === '<<') {
      this.problem('syntax', range, { code: 'MERGE_KEY', detail: 'merge key' });
      return false;
    }
    for (const odd of oddSpacesOfKey(value))
      this.problem('syntax', shift(odd, range.start), { code: 'ODD_SPACE', detail: 'odd space' });
    return true;
  }

  /** Whether the value, or what its alias stands for, is empty. */
  isEmptyValue(value: unknown): boolean {
    return isEmpty(isAlias(value) ? this.#targets?.of(value) : value);
  }

  rangeOf(node: YamlNode | null | undefined, fallback: OffsetRange): OffsetRange {
    if (this.#alias) return this.#alias;
    const range = rangeOfNode(node);
    if (!range) return fallback;
    return range.end > this.textEnd ? { start: range.start, end: this.textEnd } : range;
  }

  #pairRange(key: Located<string>, pair: Pair | SimplePair): OffsetRange {
    const value = this.rangeOf(pair.value as YamlNode | null, key.range);
    return { start: key.range.start, end: Math.max(key.range.end, value.end) };
  }

  #readAlias(alias: Alias, shape: Shape): ReadNode | undefined {
    const range = this.rangeOf(alias, { start: 0, end: 0 });
    const target = this.#targets?.of(alias);
    if (!target) {
      this.problem('syntax', range, { code: 'UNKNOWN_ANCHOR', detail: 'unknown anchor' });
      return undefined;
    }
    if (this.#aliasStack.includes(target) || this.#aliasStack.length > 20) {
      this.problem('syntax', range, { code: 'RECURSIVE_ALIAS', detail: 'recursive alias' });
      return undefined;
    }
    const outer = this.#alias;
    this.#alias = outer ?? range;
    this.#aliasStack.push(target);
    const read = this.read(target, shape, range);
    this.#aliasStack.pop();
    this.#alias = outer;
    if (this.#aliasedNodes > this.#maxAliasedNodes && !this.#bombReported) {
      this.#bombReported = true;
      this.problem('syntax', this.#alias ?? range, { code: 'TOO_MANY_ALIASES', detail: 'too many aliases' });
    }
    return read;
  }

  #readScalar(node: YamlNode, shape: ScalarShape, range: OffsetRange): ReadScalar | undefined {
    if (!isScalarNode(node)) {
      this.problem('wrongType', range, { expected: 'scalar', found: kindOf(node) });
      return undefined;
    }
    const value = String(node.value);
    const problem = scalarProblem(value, shape);
    if (problem) this.problem(problem.kind, range, problem.args, shape.allowed);
    return { kind: 'scalar', value, range };
  }

  #readDict(node: YAMLMap | SimpleMap, shape: DictShape, range: OffsetRange): ReadMap {
    const entries: ReadEntry[] = [];
    const seen = new Set<string>();
    for (const pair of node.items) {
      const key = this.readKey(pair, range);
      if (!key) continue;
      if (seen.has(key.value) && !dossierWide.has(shape.key))
        this.problem('duplicateKey', key.range, { key: key.value });
      seen.add(key.value);
      entries.push({ key, value: this.read(pair.value, shape.value, key.range), range: this.#pairRange(key, pair) });
    }
    return { kind: 'map', entries, range };
  }

  #readList(items: readonly unknown[], shape: ListShape, range: OffsetRange): ReadList {
    return {
      kind: 'list',
      range,
      items: items.map((item) => {
        const at = this.rangeOf(item as YamlNode | null, range);
        if (this.isEmptyValue(item)) {
          this.problem('wrongType', at, { expected: shape.item.kind, found: 'null' });
          return { value: undefined, range: at };
        }
        return { value: this.read(item, shape.item, at), range: at };
      }),
    };
  }

  #unknownKey(key: Located<string>, shape: MapShape, seen: ReadonlySet<string>): void {
    const candidates = Object.keys(shape.keys).filter((name) => !seen.has(name));
    this.problem('unknownKey', key.range, { key: key.value, in: shape.name }, candidates);
  }

  /** @param head the key of what lacks something, so that it can be seen; its first key where it is a list's item */
  #checkPresence(shape: MapShape, seen: ReadonlySet<string>, head: OffsetRange): void {
    for (const [name, key] of Object.entries(shape.keys)) {
      if (key.requiredUnless?.some((other) => seen.has(other))) continue;
      if (key.required && !seen.has(name)) this.problem('missingKey', head, { key: name, in: shape.name });
    }
    if (!shape.exactlyOneOf) return;
    const present = shape.exactlyOneOf.filter((name) => seen.has(name));
    const args = { keys: shape.exactlyOneOf.join(', '), in: shape.name };
    if (present.length === 0) this.problem('noneOf', head, args);
    if (present.length > 1) this.problem('severalOf', head, { ...args, keys: present.join(', ') });
  }
}

/** An empty value stands for an empty mapping or list: stubs are written that way. */
function emptyOf(shape: Shape, at: OffsetRange): ReadNode | undefined {
  if (shape.kind === 'scalar') return undefined;
  if (shape.kind === 'list') return { kind: 'list', items: [], range: at };
  return { kind: 'map', entries: [], range: at };
}

function kindOf(node: YamlNode): string {
  if (isMapNode(node)) return 'map';
  if (isListNode(node)) return 'list';
  return 'scalar';
}
