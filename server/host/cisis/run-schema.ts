import { setImmediate } from 'node:timers/promises';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import {
  elementKey,
  templateKey,
  type CompiledAssertion,
  type CompiledRule,
  type CompiledSchema,
} from './compile-schema';
import { isOnPath } from './rule-context';
import { attributeOf, elementsUnder, type AnyXmlNode, type XmlNode } from './xml-tree';
import { NotEvaluable, XPath, type XPathSurroundings } from './xpath';

/** What a schema says of one document. */
export interface SchemaRun {
  /** Assertions that met at least one node. */
  readonly applied: number;
  /** Those that could not be evaluated at some node: nothing is said of them. */
  readonly notEvaluable: readonly NotEvaluated[];
  readonly failures: readonly SchemaFailure[];
  /** It stopped at the bound of steps: what is not said was not looked at. */
  readonly stopped: boolean;
}

export interface NotEvaluated {
  readonly assertion: CompiledAssertion;
  readonly patternId: string;
  readonly reason: NotEvaluable['reason'];
  readonly detail: string;
}

export interface SchemaFailure {
  readonly assertion: CompiledAssertion;
  readonly patternId: string;
  readonly node: AnyXmlNode;
  /** In the schema's own words, with values in place. */
  readonly message: string;
}

/** Expressions evaluated in one document. Documents of ANS take some ten thousand. */
const mostSteps = 2_000_000;
const stepsPerTurn = 500;

/**
 * Runs a schema in one walk through a document: at each node, the first rule of each pattern that is about it.
 * @param root the document, or the element that is to be seen as one
 * @throws CancelledError
 */
export async function runSchema(
  compiled: CompiledSchema,
  document: XmlNode,
  surroundings: Omit<XPathSurroundings, 'namespaces'>,
  cancellation: Cancellation,
  maxSteps = mostSteps,
): Promise<SchemaRun> {
  return await new Run(compiled, surroundings, cancellation, maxSteps).on(document);
}

class Run {
  readonly #xpath: XPath;
  readonly #applied = new Set<number>();
  readonly #notEvaluable = new Map<number, NotEvaluated>();
  readonly #failures: SchemaFailure[] = [];
  /** Nodes of rules whose context cannot be compared with a node. */
  readonly #searched = new Map<CompiledRule, ReadonlySet<AnyXmlNode>>();
  #steps = 0;

  constructor(
    readonly compiled: CompiledSchema,
    surroundings: Omit<XPathSurroundings, 'namespaces'>,
    readonly cancellation: Cancellation,
    readonly maxSteps: number,
  ) {
    this.#xpath = new XPath({ ...surroundings, namespaces: compiled.schema.namespaces });
  }

  async on(document: XmlNode): Promise<SchemaRun> {
    for (const index of this.compiled.others) {
      const rule = this.compiled.rules[index];
      if (rule && !rule.paths) this.#search(rule, document);
    }
    let turn = 0;
    for (const node of this.#nodes(document)) {
      this.#visit(node);
      if (this.#steps >= this.maxSteps) break;
      if (this.#steps - turn < stepsPerTurn) continue;
      turn = this.#steps;
      throwIfCancelled(this.cancellation);
      // Whatever else the thread has in hand gets its turn.
      await setImmediate();
    }
    return {
      applied: this.#applied.size,
      notEvaluable: [...this.#notEvaluable.values()],
      failures: this.#failures,
      stopped: this.#steps >= this.maxSteps,
    };
  }

  *#nodes(document: XmlNode): Generator<AnyXmlNode> {
    yield document;
    for (const element of elementsUnder(document)) {
      yield element;
      if (this.compiled.wantsAttributes) yield* element.attributes;
    }
  }

  #search(rule: CompiledRule, document: XmlNode): void {
    try {
      this.#searched.set(rule, new Set(this.#xpath.nodes(rule.search, document)));
    } catch (error) {
      this.#spoil(rule, error);
    }
  }

  /** What cannot be evaluated is said of all that the rule would have checked. */
  #spoil(rule: CompiledRule, error: unknown): void {
    if (!(error instanceof NotEvaluable)) throw error;
    for (const assertion of rule.assertions) this.#note(rule, assertion, error);
  }

  #note({ patternId }: CompiledRule, assertion: CompiledAssertion, { reason, detail }: NotEvaluable): void {
    if (this.#notEvaluable.has(assertion.index)) return;
    this.#notEvaluable.set(assertion.index, { assertion, patternId, reason, detail });
  }

  #visit(node: AnyXmlNode): void {
    let fired = -1;
    for (const index of this.#candidates(node)) {
      const rule = this.compiled.rules[index];
      if (!rule || rule.pattern === fired) continue;
      this.#steps++;
      if (!this.#isAbout(rule, node)) continue;
      fired = rule.pattern;
      for (const assertion of rule.assertions) this.#check(rule, assertion, node);
    }
  }

  /** Rules in the order of the schema. */
  #candidates(node: AnyXmlNode): readonly number[] {
    const { byKey, others } = this.compiled;
    if (node.nodeType !== 1) return others;
    const lists = [others, byKey.get(elementKey(node.localName)) ?? []];
    const templates = new Set<string>();
    for (const child of node.childNodes) {
      const root = child.localName === 'templateId' ? attributeOf(child, 'root') : undefined;
      if (root !== undefined) templates.add(root);
    }
    for (const root of templates) lists.push(byKey.get(templateKey(root)) ?? []);
    return [...new Set(lists.flat())].sort((one, other) => one - other);
  }

  #isAbout(rule: CompiledRule, node: AnyXmlNode): boolean {
    if (!rule.paths) return this.#searched.get(rule)?.has(node) === true;
    try {
      return rule.paths.some((path) =>
        isOnPath(node, path, (expression, at) => this.#holds(rule.bound(expression), at)),
      );
    } catch (error) {
      this.#spoil(rule, error);
      return false;
    }
  }

  #holds(expression: string, node: AnyXmlNode): boolean {
    this.#steps++;
    return this.#xpath.boolean(expression, node);
  }

  #check(rule: CompiledRule, assertion: CompiledAssertion, node: AnyXmlNode): void {
    this.#applied.add(assertion.index);
    try {
      if (this.#holds(assertion.test, node) === assertion.source.isReport) {
        this.#failures.push({ assertion, patternId: rule.patternId, node, message: this.#message(assertion, node) });
      }
    } catch (error) {
      if (!(error instanceof NotEvaluable)) throw error;
      this.#note(rule, assertion, error);
    }
  }

  #message({ message }: CompiledAssertion, node: AnyXmlNode): string {
    const words = message.map((part) => {
      if ('text' in part) return part.text;
      try {
        if ('select' in part) return this.#xpath.string(part.select, node);
        return part.nameOf === '.' ? node.nodeName : this.#xpath.string(`name(${part.nameOf})`, node);
      } catch (error) {
        // The failure stands whether or not its words can be filled in.
        if (error instanceof NotEvaluable) return '…';
        throw error;
      }
    });
    return words.join('').replace(/\s+/g, ' ').trim();
  }
}

/** What stands in a set of values, by code. */
export function conceptsByCode(document: XmlNode): ReadonlyMap<string, readonly XmlNode[]> {
  const byCode = new Map<string, XmlNode[]>();
  for (const element of elementsUnder(document)) {
    if (element.localName !== 'Concept' || element.namespaceURI !== 'urn:ihe:iti:svs:2008') continue;
    const code = attributeOf(element, 'code');
    if (code === undefined) continue;
    const known = byCode.get(code);
    if (known) known.push(element);
    else byCode.set(code, [element]);
  }
  return byCode;
}
