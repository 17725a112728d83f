import {
  evaluateXPath,
  evaluateXPathToBoolean,
  evaluateXPathToNodes,
  evaluateXPathToString,
  registerCustomXPathFunction,
  type IDomFacade,
} from 'fontoxpath';
import { isAttribute, type AnyXmlNode, type XmlNode } from './xml-tree';

/** What an expression asks of its surroundings. */
export interface XPathSurroundings {
  /** By prefix. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** The document under an address, as `document()` and `doc()` name it. @throws {@link NotEvaluable} */
  readonly document: (address: string) => XmlNode;
  /** Concepts of a set of values with one of these codes and code systems. @throws {@link NotEvaluable} */
  readonly concepts: (address: string, codes: readonly string[], systems: readonly string[]) => readonly XmlNode[];
}

/** An expression has no value here: said of the assertion, never taken for true or false. */
export class NotEvaluable extends Error {
  /** @param detail what is missing: a file, a function, words of the engine */
  constructor(
    readonly reason: 'valueSet' | 'expression',
    readonly detail: string,
  ) {
    super(`${reason}: ${detail}`);
  }
}

const ours = 'urn:segur-preuves:cisis';
const conceptsFunction = 'concepts';
const functionsNamespace = 'http://www.w3.org/2005/xpath-functions';
const documentFunctions = new Set(['document', 'doc']);

/** XPath 2 as the schemas of this dialect use it, on our trees. The one place that knows the library. */
export class XPath {
  readonly #options;
  readonly #call: Call;

  constructor(readonly surroundings: XPathSurroundings) {
    registerFunctions();
    this.#call = { surroundings, thrown: undefined };
    this.#options = {
      language: evaluateXPath.XPATH_3_1_LANGUAGE,
      currentContext: this.#call,
      namespaceResolver: (prefix: string): string | null => this.#namespaceOf(prefix),
      functionNameResolver: ({ prefix, localName }: { prefix: string; localName: string }) => {
        if (prefix !== '' && prefix !== 'fn') return { namespaceURI: this.#namespaceOf(prefix) ?? '', localName };
        const isOurs = documentFunctions.has(localName) || localName === conceptsFunction;
        return { namespaceURI: isOurs ? ours : functionsNamespace, localName };
      },
    };
  }

  #namespaceOf(prefix: string): string | null {
    return prefix === 'xs' ? 'http://www.w3.org/2001/XMLSchema' : (this.surroundings.namespaces.get(prefix) ?? null);
  }

  #evaluated<T>(evaluate: () => T): T {
    try {
      return evaluate();
    } catch (error) {
      const { thrown } = this.#call;
      this.#call.thrown = undefined;
      if (thrown instanceof NotEvaluable) throw thrown;
      const words = error instanceof Error ? error.message : String(error);
      throw new NotEvaluable('expression', (words.split('\n', 1)[0] ?? '').slice(0, 200));
    }
  }

  /** @throws NotEvaluable */
  boolean(expression: string, node: AnyXmlNode): boolean {
    return this.#evaluated(() => evaluateXPathToBoolean(expression, node, facade, null, this.#options));
  }

  /** @throws NotEvaluable */
  string(expression: string, node: AnyXmlNode): string {
    return this.#evaluated(() => evaluateXPathToString(expression, node, facade, null, this.#options));
  }

  /** @throws NotEvaluable */
  nodes(expression: string, node: AnyXmlNode): AnyXmlNode[] {
    return this.#evaluated(() => evaluateXPathToNodes<never>(expression, node, facade, null, this.#options));
  }
}

/**
 * The search in a set of values as this dialect writes it, put as one call that looks into an index: the same nodes, a
 * hundred times sooner.
 */
export function withIndexedConcepts(expression: string, namespaces: ReadonlyMap<string, string>): string {
  return expression.replace(membership, (whole, address: string, prefix: string, code: string, system: string) =>
    namespaces.get(prefix) === 'urn:ihe:iti:svs:2008' ? `${conceptsFunction}(${address}, ${code}, ${system})` : whole,
  );
}

const membership =
  /\bdocument\(\s*(\$[\p{L}\p{N}_.-]+|'[^']*'|"[^"]*")\s*\)\s*\/\/\s*([\w-]+):Concept\s*\[\s*@code\s*=\s*(\$[\p{L}\p{N}_.-]+)\s+and\s+@codeSystem\s*=\s*(\$[\p{L}\p{N}_.-]+)\s*\]/gu;

/** What functions of ours are told by the engine, and what the last of them threw: the engine keeps no more than its words. */
interface Call {
  readonly surroundings: XPathSurroundings;
  thrown: unknown;
}

let registered = false;

/** Functions of the engine are known to all of its uses; which files they read is told by the context of each call. */
function registerFunctions(): void {
  if (registered) return;
  registered = true;
  for (const localName of documentFunctions) {
    registerCustomXPathFunction({ namespaceURI: ours, localName }, ['xs:string?'], 'node()?', (context, address) =>
      address === null ? null : answered(context, ({ document }) => document(String(address))),
    );
  }
  registerCustomXPathFunction(
    { namespaceURI: ours, localName: conceptsFunction },
    ['xs:string?', 'xs:string*', 'xs:string*'],
    'node()*',
    (context, address, codes: readonly string[], systems: readonly string[]) =>
      address === null ? [] : answered(context, ({ concepts }) => concepts(String(address), codes, systems)),
  );
}

function answered<T>(
  { currentContext }: { readonly currentContext: unknown },
  ask: (surroundings: XPathSurroundings) => T,
): T {
  const call = currentContext as Call;
  try {
    return ask(call.surroundings);
  } catch (error) {
    call.thrown = error;
    throw error;
  }
}

/** The library's names of nodes are those of the DOM, of which ours have what is asked. */
const facade = {
  getAllAttributes: (node: XmlNode) => node.attributes,
  getAttribute: (node: XmlNode, name: string) =>
    node.attributes.find(({ nodeName }) => nodeName === name)?.value ?? null,
  getChildNodes: (node: XmlNode) => node.childNodes,
  getData: (node: AnyXmlNode) => (isAttribute(node) ? node.value : node.data),
  getFirstChild: (node: XmlNode) => node.firstChild,
  getLastChild: (node: XmlNode) => node.lastChild,
  getNextSibling: (node: XmlNode) => node.nextSibling,
  getParentNode: (node: AnyXmlNode): XmlNode | null => (isAttribute(node) ? node.ownerElement : node.parentNode),
  getPreviousSibling: (node: XmlNode) => node.previousSibling,
  getRelatedNodes: (node: XmlNode, callback: (node: XmlNode) => unknown) => callback(node),
} as unknown as IDomFacade;
