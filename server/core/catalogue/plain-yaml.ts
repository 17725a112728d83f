import { isAlias, parse, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { parseBoundedDocument } from '../text/bounded-yaml';
import { lineCounter } from '../text/line-counter';
import { mostItems } from '../text/most-items';
import type { OffsetRange } from '../text/offset-range';
import { readSimpleYaml } from '../text/simple-yaml';
import { SimpleScalar, type SimpleList, type SimpleMap, type SimplePair } from '../text/simple-yaml-nodes';
import { unreadOf } from '../text/unread';
import { isListNode, isMapNode, isPlain, isScalarNode, rangeOfNode, type YamlNode } from '../text/yaml-node';
import { catalogueMessages as messages } from './catalogue-messages';
import { problem, type CatalogueProblem } from './catalogue-problem';

/** A value read from YAML: plain data, and the place of each of its parts. */
export interface PlainYaml {
  /** Undefined when nothing could be read. */
  readonly value: unknown;
  readonly problems: readonly CatalogueProblem[];
  /** Place of the value under `key` of a mapping or list of `value`, or of the key itself. */
  rangeOf(container: object, key: string, part: 'key' | 'value'): OffsetRange | undefined;
}

/** After the first, syntax errors are mostly echoes. */
const MOST_ERRORS = 10;

/** What a reading may cost. `values` counts aliases as what they stand for: it is what stops an alias bomb. */
export interface PlainYamlLimits {
  readonly values: number;
  readonly depth: number;
}

/** Finds the tree of a text; the problems, when there is none. */
type TreeOf = (text: string) => YamlNode | null | readonly CatalogueProblem[];

/**
 * Reads one YAML document as plain data. Plain scalars are kept as they are written (`12.10` is not `12.1`), except under
 * the keys of `typedKeys`, whose numbers and booleans are converted. Mappings have no prototype.
 * @param treeOf only tests say which reader is used
 */
export function readPlainYaml(
  text: string,
  typedKeys: ReadonlySet<string>,
  limits: PlainYamlLimits,
  treeOf: TreeOf = quickTree,
): PlainYaml {
  const tree = treeOf(text);
  if (isProblems(tree)) return { value: undefined, problems: tree, rangeOf: () => undefined };
  const reader = new Reader(typedKeys, limits, text);
  const value = tree === null ? undefined : reader.read(tree, '', 0);
  if ((value === undefined || value === null) && reader.problems.length === 0)
    reader.problems.push(problem('error', messages.empty, {}));
  return { value, problems: reader.problems, rangeOf: (container, key, part) => reader.rangeOf(container, key, part) };
}

function isProblems(tree: ReturnType<TreeOf>): tree is readonly CatalogueProblem[] {
  return Array.isArray(tree);
}

/** What this tool writes is simple and needs no library. */
function quickTree(text: string): ReturnType<TreeOf> {
  return readSimpleYaml(text) ?? treeByLibrary(text);
}

/** Reads any text, broken ones too. */
export function treeByLibrary(text: string): ReturnType<TreeOf> {
  let document;
  try {
    document = parseBoundedDocument(text, {}, mostItems);
  } catch (error) {
    const { reason, at } = unreadOf(error);
    return [problem('error', unreadMessages[reason], { limit: mostItems }, { start: at, end: at + 1 })];
  }
  const lineOf = lineCounter(text, 1);
  const inOrder = document.errors.slice(0, MOST_ERRORS).sort((one, other) => one.pos[0] - other.pos[0]);
  const problems = inOrder.map(({ code, message, pos: [start, end] }): CatalogueProblem => {
    if (code === 'MULTIPLE_DOCS') return problem('error', messages.severalDocuments, {}, { start, end });
    const sentence = code === 'TAB_AS_INDENT' ? messages.tab : messages.syntax;
    return problem('error', sentence, { code, detail: message, line: lineOf(start) }, { start, end });
  });
  return problems.length > 0 ? problems : document.contents;
}

const unreadMessages = {
  deep: messages.tooDeep,
  errors: messages.tooManyErrors,
  entries: messages.tooManyEntries,
} as const;

function lineAt(text: string, offset: number): number {
  return lineCounter(text, 1)(offset);
}

/** A value and how many values it stands for. */
interface Measured {
  readonly value: unknown;
  readonly count: number;
}

/**
 * Objects without prototype: `__proto__` is a key like any other. Made by `new`, they take a third of the memory of those
 * that `Object.create(null)` makes, which V8 keeps as hash tables.
 */
const Bare = function () {
  // Keys come later.
} as unknown as new () => Record<string, unknown>;
Bare.prototype = Object.freeze(Object.create(null) as object);

type AnyPair = Pair<Node, Node | null> | SimplePair;

class Reader {
  readonly problems: CatalogueProblem[] = [];
  readonly #anchors = new Map<string, Measured>();
  readonly #origins = new Map<object, YAMLMap | YAMLSeq | SimpleMap | SimpleList>();
  #total = 0;
  #stopped = false;
  #mergeTold = false;

  constructor(
    readonly typedKeys: ReadonlySet<string>,
    readonly limits: PlainYamlLimits,
    readonly text: string,
  ) {}

  read(node: YamlNode, key: string, depth: number): unknown {
    const before = this.#total;
    const value = this.#value(node, key, depth);
    if ('anchor' in node && typeof node.anchor === 'string')
      this.#anchors.set(node.anchor, { value, count: this.#total - before });
    return value;
  }

  #value(node: YamlNode, key: string, depth: number): unknown {
    if (this.#stopped) return undefined;
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target === undefined) {
        this.problems.push(problem('error', messages.badAlias, { name: node.source }, rangeOfNode(node)));
        return undefined;
      }
      this.#add(target.count, node);
      return target.value;
    }
    this.#add(1, node);
    if (depth > this.limits.depth) {
      this.#stop(problem('error', messages.tooDeep, {}, rangeOfNode(node)));
      return undefined;
    }
    if (node instanceof SimpleScalar) return simpleValue(node, this.typedKeys.has(key));
    if (isScalarNode(node)) return scalarValue(node.value, node.source, this.typedKeys.has(key));
    if ((isListNode(node) || isMapNode(node)) && node.items.length > mostItems) {
      this.#stop(problem('error', messages.tooManyEntries, { limit: mostItems }, rangeOfNode(node)));
      return undefined;
    }
    if (isListNode(node)) {
      const list: unknown[] = [];
      this.#origins.set(list, node);
      for (const item of node.items as YamlNode[]) list.push(this.read(item, key, depth + 1));
      return list;
    }
    return isMapNode(node) ? this.#mapping(node, depth) : undefined;
  }

  #mapping(node: YAMLMap | SimpleMap, depth: number): object {
    const mapping = new Bare();
    this.#origins.set(mapping, node);
    for (const pair of node.items as AnyPair[]) {
      const name = keyOf(pair);
      if (name === undefined) {
        this.problems.push(problem('error', messages.keyNotText, {}, rangeOfNode(pair.key)));
      } else if (name === '<<' && isPlain(pair.key as Scalar | SimpleScalar)) {
        this.#mergeKey(rangeOfNode(pair.key));
      } else if (name in mapping) {
        this.problems.push(problem('error', messages.duplicateKey, { key: name }, rangeOfNode(pair.key)));
      } else {
        mapping[name] = pair.value === null ? null : this.read(pair.value, name, depth + 1);
      }
    }
    return mapping;
  }

  /** Told once: the others are of the same hand. */
  #mergeKey(range: OffsetRange | undefined): void {
    if (this.#mergeTold) return;
    this.#mergeTold = true;
    this.problems.push(problem('error', messages.mergeKey, { line: lineAt(this.text, range?.start ?? 0) }, range));
  }

  #add(count: number, node: YamlNode): void {
    this.#total += count;
    if (this.#total > this.limits.values) {
      this.#stop(problem('error', messages.tooManyValues, { limit: this.limits.values }, rangeOfNode(node)));
    }
  }

  #stop(reason: CatalogueProblem): void {
    if (!this.#stopped) this.problems.push(reason);
    this.#stopped = true;
  }

  rangeOf(container: object, key: string, part: 'key' | 'value'): OffsetRange | undefined {
    const origin = this.#origins.get(container);
    if (origin === undefined) return undefined;
    if (isListNode(origin)) return rangeOfNode(origin.items[Number(key)] as YamlNode | undefined);
    const pair = (origin.items as AnyPair[]).find((candidate) => keyOf(candidate) === key);
    return rangeOfNode(part === 'value' && pair?.value ? pair.value : pair?.key);
  }
}

/** Null stays null; a number or boolean stays one where the format has one; everything else is the text as written. */
function scalarValue(value: unknown, source: string | undefined, typed: boolean): unknown {
  if (value === null || typeof value === 'string') return value;
  if (typed && (typeof value === 'number' || typeof value === 'boolean')) return value;
  return source ?? '';
}

/** The same for a scalar of which nothing was made yet. */
function simpleValue({ value, isPlain }: SimpleScalar, typed: boolean): unknown {
  if (!isPlain) return value;
  if (nulls.has(value)) return null;
  if (!typed) return value;
  if (/^\d{1,15}$/.test(value)) return Number(value);
  // What the library makes of it alone is what it makes of it anywhere.
  return scalarValue(parse(value), value, true);
}

/** Plain scalars that the core schema of YAML 1.2 reads as null. */
const nulls: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

function keyOf(pair: AnyPair): string | undefined {
  const { key } = pair;
  if (key instanceof SimpleScalar) return key.value;
  if (!isScalarNode(key)) return undefined;
  return typeof key.value === 'string' ? key.value : key.source;
}
