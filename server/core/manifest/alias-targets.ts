import { isAlias, visit, type Alias, type Document, type Node } from 'yaml';

/**
 * What the aliases of a document stand for: the last node with that anchor before the alias. Found for all of them in one
 * pass, where the parser's own look-up walks the document once for each.
 */
export class AliasTargets {
  readonly #document: Document;
  #targets: Map<Alias, Node> | undefined;

  constructor(document: Document) {
    this.#document = document;
  }

  /** @returns undefined for an alias without anchor before it */
  of(alias: Alias): Node | undefined {
    this.#targets ??= findTargets(this.#document);
    return this.#targets.get(alias);
  }
}

function findTargets(document: Document): Map<Alias, Node> {
  const targets = new Map<Alias, Node>();
  const anchored = new Map<string, Node>();
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) {
        const target = anchored.get(node.source);
        if (target) targets.set(node, target);
      } else if (node.anchor !== undefined && node.anchor !== '') anchored.set(node.anchor, node);
    },
  });
  return targets;
}
