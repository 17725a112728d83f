import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { OffsetRange } from './offset-range';
import { SimpleList, SimpleMap, SimpleScalar, type SimpleNode } from './simple-yaml-nodes';

/** A node of either reader: the `yaml` library, or the own one for simple texts. Whoever reads trees reads both. */
export type YamlNode = Node | SimpleNode;

export function isMapNode(node: unknown): node is YAMLMap | SimpleMap {
  return node instanceof SimpleMap || isMap(node);
}

export function isListNode(node: unknown): node is YAMLSeq | SimpleList {
  return node instanceof SimpleList || isSeq(node);
}

export function isScalarNode(node: unknown): node is Scalar | SimpleScalar {
  return node instanceof SimpleScalar || isScalar(node);
}

/** Whether a scalar is written without quotes and is no block scalar. */
export function isPlain(node: Scalar | SimpleScalar): boolean {
  return node instanceof SimpleScalar ? node.isPlain : node.type === 'PLAIN';
}

/** Where a node stands, trailing comments left out; undefined where there is none, or it was not read from a text. */
export function rangeOfNode(node: YamlNode | null | undefined): OffsetRange | undefined {
  if (!node) return undefined;
  if (node instanceof SimpleScalar || node instanceof SimpleMap || node instanceof SimpleList)
    return { start: node.start, end: node.end };
  const range = node.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}
