import type { CdaFailure } from '../../core/evidence/cda-control';
import type { CompiledAssertion } from './compile-schema';
import type { SchemaFailure, SchemaRun } from './run-schema';
import { childElements, elementOf, pathOf, positionAt, type XmlNode, type XmlTree } from './xml-tree';

/** One failure for each assertion and message, with the first node that it is about. */
export function failuresOf({ failures }: SchemaRun, tree: XmlTree): CdaFailure[] {
  const byWords = new Map<string, { readonly first: SchemaFailure; others: number }>();
  for (const failure of failures) {
    const key = `${failure.assertion.index} ${failure.message}`;
    const known = byWords.get(key);
    if (known) known.others++;
    else byWords.set(key, { first: failure, others: 0 });
  }
  return [...byWords.values()].map(({ first, others }) => failureOf(first, others, tree));
}

function failureOf(
  { assertion, patternId, node, message }: SchemaFailure,
  others: number,
  { text }: XmlTree,
): CdaFailure {
  return {
    by: 'volet',
    message,
    ...(patternId !== '' && { pattern: patternId }),
    test: testOf(assertion),
    ...(assertion.source.role !== undefined && { role: assertion.source.role }),
    path: pathOf(node),
    ...positionAt(text, elementOf(node).offset),
    ...(others > 0 && { others }),
  };
}

function testOf({ source }: CompiledAssertion): string {
  return source.test.replace(/\s+/g, ' ').trim().slice(0, 1000);
}

/** What the library tells by a path of positions and a line, with the names and the column that our tree gives. */
export function placed(failure: CdaFailure, tree: XmlTree): CdaFailure {
  const node = failure.path === undefined ? undefined : nodeAt(tree.document, failure.path);
  if (!node) return failure;
  return { ...failure, path: pathOf(node), ...positionAt(tree.text, node.offset) };
}

function nodeAt(document: XmlNode, path: string): XmlNode | undefined {
  let node: XmlNode | undefined = document;
  for (const step of path.split('/').slice(1)) {
    const match = /^(?:([\w.-]+):)?([\w.*-]+)(?:\[(\d+)\])?$/.exec(step);
    if (!match || !node) return undefined;
    const [, prefix, name = '', position = '1'] = match;
    const wanted = prefix === undefined ? name : `${prefix}:${name}`;
    const fitting: XmlNode[] = childElements(node).filter(({ nodeName }) => name === '*' || nodeName === wanted);
    node = fitting[Number(position) - 1];
  }
  return node;
}
