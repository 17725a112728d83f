import { isScalar } from 'yaml';
import { SimpleScalar } from '../text/simple-yaml-nodes';

/** Plain scalars that YAML's core schema reads as null. */
const nullTexts: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

/** True for no node at all and for the values that any YAML reader takes for null: `key:`, `key: ~`, `key: null`. */
export function isEmpty(node: unknown): boolean {
  if (node === null || node === undefined) return true;
  if (node instanceof SimpleScalar) return node.isPlain && nullTexts.has(node.value);
  if (!isScalar(node) || (node.type !== undefined && node.type !== 'PLAIN')) return false;
  return nullTexts.has(node.source ?? '');
}
