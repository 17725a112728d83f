import { isCollection, isScalar, visit, type Document } from 'yaml';
import type { Held } from './layout-lines';

/** The lines of values that go over several: texts, quoted ones, brackets. @param starts offset of each line */
export function heldLines(documents: readonly Document[], starts: readonly number[]): ReadonlyMap<number, Held> {
  const held = new Map<number, Held>();
  for (const document of documents) {
    visit(document, {
      Node: (_key, node) => {
        const isOne = isScalar(node) || (isCollection(node) && node.flow === true);
        if (!isOne || !node.range) return undefined;
        const isText = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
        const owner = lineOf(starts, node.range[0]);
        const last = lineOf(starts, Math.max(node.range[0], (isText ? node.range[2] : node.range[1]) - 1));
        for (let line = owner + 1; line <= last; line++) if (!held.has(line)) held.set(line, { owner });
        // What stands in brackets moves with them.
        return isScalar(node) ? undefined : visit.SKIP;
      },
    });
  }
  return held;
}

function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
