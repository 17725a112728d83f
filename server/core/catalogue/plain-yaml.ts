import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { NestingError, parseBoundedYaml } from '../text/bounded-yaml';
import type { OffsetRange } from '../text/offset-range';
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

/**
 * Reads one YAML document as plain data. Plain scalars are kept as they are written (`12.10` is not `12.1`), except under
 * the keys of `typedKeys`, whose numbers and booleans are converted. Mappings have no prototype.
 */
export function readPlainYaml(text: string, typedKeys: ReadonlySet<string>, limits: PlainYamlLimits): PlainYaml {
  let documents;
  try {
    documents = parseBoundedYaml(text);
  } catch (error) {
    if (!(error instanceof NestingError)) throw error;
    return failed(problem('error', messages.tooDeep, {}, { start: error.offset, end: error.offset + 1 }));
  }
  const [document, second] = documents;
  if (document === undefined) return failed(problem('error', messages.empty, {}));
  const problems: CatalogueProblem[] = document.errors
    .slice(0, MOST_ERRORS)
    .map((error) =>
      problem(
        'error',
        messages.syntax,
        { code: error.code, detail: error.message },
        { start: error.pos[0], end: error.pos[1] },
      ),
    );
  if (second !== undefined) {
    const start = second.range[0];
    problems.push(problem('error', messages.severalDocuments, {}, { start, end: Math.max(start, second.range[1]) }));
  }
  if (problems.length > 0) return { ...failed(), problems };
  const reader = new Reader(typedKeys, limits);
  const value = document.contents === null ? undefined : reader.read(document.contents, '', 0).value;
  if (value === undefined || value === null) reader.problems.push(problem('error', messages.empty, {}));
  return { value, problems: reader.problems, rangeOf: (container, key, part) => reader.rangeOf(container, key, part) };
}

function failed(...problems: CatalogueProblem[]): PlainYaml {
  return { value: undefined, problems, rangeOf: () => undefined };
}

/** A value and how many values it stands for. */
interface Measured {
  readonly value: unknown;
  readonly count: number;
}

class Reader {
  readonly problems: CatalogueProblem[] = [];
  readonly #anchors = new Map<string, Measured>();
  readonly #origins = new Map<object, YAMLMap | YAMLSeq>();
  #total = 0;
  #stopped = false;

  constructor(
    readonly typedKeys: ReadonlySet<string>,
    readonly limits: PlainYamlLimits,
  ) {}

  read(node: Node, key: string, depth: number): Measured {
    const before = this.#total;
    const value = this.#value(node, key, depth);
    const measured = { value, count: this.#total - before };
    if ('anchor' in node && typeof node.anchor === 'string') this.#anchors.set(node.anchor, measured);
    return measured;
  }

  #value(node: Node, key: string, depth: number): unknown {
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
    if (isScalar(node)) return scalarValue(node.value, node.source, this.typedKeys.has(key));
    if (isSeq(node)) {
      const list: unknown[] = [];
      this.#origins.set(list, node);
      for (const item of node.items as Node[]) list.push(this.read(item, key, depth + 1).value);
      return list;
    }
    return isMap(node) ? this.#mapping(node, depth) : undefined;
  }

  #mapping(node: YAMLMap, depth: number): object {
    const mapping = Object.create(null) as Record<string, unknown>;
    this.#origins.set(mapping, node);
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const name = keyOf(pair);
      if (name === undefined) {
        this.problems.push(problem('error', messages.keyNotText, {}, rangeOfNode(pair.key)));
      } else if (name in mapping) {
        this.problems.push(problem('error', messages.duplicateKey, { key: name }, rangeOfNode(pair.key)));
      } else {
        mapping[name] = pair.value === null ? null : this.read(pair.value, name, depth + 1).value;
      }
    }
    return mapping;
  }

  #add(count: number, node: Node): void {
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
    if (isSeq(origin)) return rangeOfNode(origin.items[Number(key)] as Node | undefined);
    const pair = (origin.items as Pair<Node, Node | null>[]).find((candidate) => keyOf(candidate) === key);
    return rangeOfNode(part === 'value' && pair?.value ? pair.value : pair?.key);
  }
}

/** Null stays null; a number or boolean stays one where the format has one; everything else is the text as written. */
function scalarValue(value: unknown, source: string | undefined, typed: boolean): unknown {
  if (value === null || typeof value === 'string') return value;
  if (typed && (typeof value === 'number' || typeof value === 'boolean')) return value;
  return source ?? '';
}

function keyOf(pair: Pair<Node>): string | undefined {
  if (!isScalar(pair.key)) return undefined;
  return typeof pair.key.value === 'string' ? pair.key.value : pair.key.source;
}

function rangeOfNode(node: Node | ParsedNode | null | undefined): OffsetRange | undefined {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}
