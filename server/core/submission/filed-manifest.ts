import { Document, isAlias, isMap, isScalar, isSeq, Pair, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml';
import { AliasTargets } from '../manifest/alias-targets';
import { isEmpty } from '../manifest/empty-value';
import { mainShape } from '../manifest/manifest-shape';
import type { DictShape, ListShape, MapShape, ScalarShape, Shape } from '../manifest/shape';
import { hiddenCharacter, yamlWithoutHidden } from '../text/hidden-characters';
import { readData } from '../text/read-data';
import { pathFault, piecePathFault } from '../evidence/evidence-path';

/**
 * A manifest as it may leave the house. Aliases and merge keys are resolved first; then a document is made anew of the keys
 * whose description says that they leave (`KeyShape.leaves`), with their values as they are written and in their order.
 * Nothing else is in it: no other key, no comment, anchor or tag, no path out of the dossier's folder, no entry of which
 * nothing leaves.
 * @param shape of a main manifest, or of a fragment
 * @returns undefined for a text that cannot be read whole: what was not understood is not known to be free to leave
 */
export function filedManifest(text: string, shape: MapShape = mainShape): string | undefined {
  const document = readWhole(text);
  if (!document) return undefined;
  const filed = new Document<Node>(null, { schema: 'failsafe' });
  try {
    filed.contents = new FiledTree(document, text.length).value(document.contents, shape) ?? new YAMLMap();
  } catch (error) {
    if (error instanceof TooMuchError) return undefined;
    throw error;
  }
  return yamlWithoutHidden(filed.toString({ lineWidth: 0 }));
}

/** Whether nothing of a manifest leaves. */
export function isNothingFiled(filed: string): boolean {
  return filed === '{}\n';
}

function readWhole(text: string): Document | undefined {
  // A text without anything but comments has no document.
  const { document = new Document(null), several, unread } = readData(text);
  return !several && !unread && document.errors.length === 0 ? document : undefined;
}

/** Aliases or merge keys that make far more of a text than it holds. */
class TooMuchError extends Error {}

/** Beside what the text itself holds: a comment given to a thousand pieces by its alias stays far below. */
const spareLength = 2_000_000;

type YamlPair = Pair;

class FiledTree {
  readonly #targets: AliasTargets;
  readonly #merged = new Map<YAMLMap, readonly YamlPair[]>();
  /** Characters and nodes that may still be gone through. */
  #left: number;

  constructor(document: Document, length: number) {
    this.#targets = new AliasTargets(document);
    this.#left = 4 * length + spareLength;
  }

  /** What leaves of a node; undefined when nothing does. Shapes end, so does this, whatever an alias leads to. */
  value(node: unknown, shape: Shape): Node | undefined {
    const target = this.#resolved(node);
    this.#spend(1);
    switch (shape.kind) {
      case 'scalar':
        return isScalar(target) && !isEmpty(target) ? this.#scalar(target, shape) : undefined;
      case 'map':
        return isMap(target) ? this.#map(target, shape) : undefined;
      case 'dict':
        return isMap(target) ? this.#dict(target, shape) : undefined;
      case 'list':
        return isSeq(target) ? this.#list(target, shape) : undefined;
    }
  }

  #scalar(node: Scalar, { format }: ScalarShape): Scalar | undefined {
    const text = String(node.value);
    this.#spend(text.length);
    if (format === 'path' && piecePathFault(text) !== undefined) return undefined;
    if (format === 'glob' && pathFault(text) !== undefined) return undefined;
    const scalar = new Scalar(text);
    // Quotes say that digits are a text: whoever reads the file with another reader must see the same.
    if (node.type !== undefined) scalar.type = node.type;
    if (hiddenCharacter(text) !== undefined) scalar.type = Scalar.QUOTE_DOUBLE;
    return scalar;
  }

  #map(node: YAMLMap, shape: MapShape): YAMLMap | undefined {
    const taken = new Set<string>();
    const pairs: Pair<Node, Node>[] = [];
    for (const { key, value } of this.#pairs(node)) {
      const name = this.#keyOf(key);
      // The first of two counts, as everywhere.
      if (name === undefined || taken.has(name)) continue;
      taken.add(name);
      const known = Object.hasOwn(shape.keys, name) ? shape.keys[name] : undefined;
      const filed = known?.leaves === undefined ? undefined : this.value(value, known.shape);
      if (filed) pairs.push(new Pair<Node, Node>(new Scalar(name), filed));
    }
    return mapOf(node, pairs);
  }

  #dict(node: YAMLMap, shape: DictShape): YAMLMap | undefined {
    const pairs = this.#pairs(node).flatMap(({ key, value }) => {
      const id = this.#keyOf(key);
      const filed = id === undefined ? undefined : this.value(value, shape.value);
      if (!filed || id === undefined) return [];
      this.#spend(id.length);
      return [new Pair<Node, Node>(keyNode(id), filed)];
    });
    return mapOf(node, pairs);
  }

  #list(node: YAMLSeq, { item }: ListShape): YAMLSeq | undefined {
    const items = node.items.map((one) => this.value(one, item)).filter((one) => one !== undefined);
    if (items.length === 0) return undefined;
    const list = new YAMLSeq<Node>();
    list.items = items;
    list.flow = node.flow === true;
    return list;
  }

  /** The pairs of a mapping, then those that its merge keys add: its own win, then those of the first one named. */
  #pairs(node: YAMLMap): readonly YamlPair[] {
    const known = this.#merged.get(node);
    if (known) return known;
    const own = node.items.filter(({ key }) => !isMergeKey(key));
    // A mapping that merges itself adds nothing.
    this.#merged.set(node, own);
    if (own.length === node.items.length) return own;
    const taken = new Set(own.map(({ key }) => this.#keyOf(key)));
    const pairs = [...own];
    for (const source of node.items.filter(({ key }) => isMergeKey(key)).flatMap(({ value }) => this.#sources(value))) {
      for (const pair of this.#pairs(source)) {
        this.#spend(1);
        const name = this.#keyOf(pair.key);
        if (name === undefined || taken.has(name)) continue;
        taken.add(name);
        pairs.push(pair);
      }
    }
    this.#merged.set(node, pairs);
    return pairs;
  }

  /** The mappings that a merge key names. */
  #sources(value: unknown): YAMLMap[] {
    const target = this.#resolved(value);
    const named = isSeq(target) ? target.items.map((one) => this.#resolved(one)) : [target];
    return named.filter((one): one is YAMLMap => isMap(one));
  }

  #resolved(node: unknown): unknown {
    return isAlias(node) ? this.#targets.of(node) : node;
  }

  /** A key as text, whatever quotes, tag or alias it is written with. */
  #keyOf(key: unknown): string | undefined {
    const node = this.#resolved(key);
    return isScalar(node) ? String(node.value) : undefined;
  }

  #spend(amount: number): void {
    this.#left -= amount;
    if (this.#left < 0) throw new TooMuchError();
  }
}

/** As the library has it: quoted, it is a key like any other. */
function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === Scalar.PLAIN && key.value === '<<';
}

/** An id that another reader would take for a number stays a text. */
function keyNode(id: string): Scalar {
  const node = new Scalar(id);
  if (/^[\d.+-]/.test(id) || hiddenCharacter(id) !== undefined) node.type = Scalar.QUOTE_DOUBLE;
  return node;
}

function mapOf(source: YAMLMap, pairs: Pair<Node, Node>[]): YAMLMap | undefined {
  if (pairs.length === 0) return undefined;
  const map = new YAMLMap<Node, Node>();
  map.items = pairs;
  map.flow = source.flow === true;
  return map;
}
