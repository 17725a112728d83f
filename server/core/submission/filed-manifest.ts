import { isMap, isScalar, visit } from 'yaml';
import { parseBoundedYaml } from '../text/bounded-yaml';

/**
 * A manifest as it may leave the house: without `note_interne` and without YAML comments, which are the team's own.
 * Everything else is kept, in its order.
 * @param text a manifest without syntax error
 * @throws NestingError for a text nested deeper than any manifest
 */
export function filedManifest(text: string): string {
  const [document] = parseBoundedYaml(text, { schema: 'failsafe' });
  if (!document) return '';
  document.commentBefore = null;
  document.comment = null;
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && pair.key.value === 'note_interne') return visit.REMOVE;
      return undefined;
    },
    Node(_, node) {
      node.commentBefore = null;
      node.comment = null;
      if (isMap(node)) for (const pair of node.items) if (isScalar(pair.key)) pair.key.commentBefore = null;
    },
  });
  return document.toString({ lineWidth: 0 });
}
