import { isMap, isScalar, Scalar, visit } from 'yaml';
import type { Document } from 'yaml';
import { hiddenCharacter, yamlWithoutHidden } from '../text/hidden-characters';
import { NestingError, parseBoundedYaml } from '../text/bounded-yaml';

/**
 * A manifest as it may leave the house: without `note_interne` and without YAML comments, which are the team's own, and
 * without orders and financing, which are between the vendor, its clients and ASP. Everything else is kept, in its order.
 * @returns undefined for a text that cannot be read whole: a note could hide in what was not understood
 */
export function filedManifest(text: string): string | undefined {
  const document = readWhole(text);
  if (!document) return undefined;
  document.commentBefore = null;
  document.comment = null;
  visit(document, {
    Pair(_, pair, path) {
      if (!isScalar(pair.key)) return undefined;
      if (pair.key.value === 'note_interne') return visit.REMOVE;
      // The document and its mapping: a section.
      if (path.length === 2 && commercial.has(String(pair.key.value))) return visit.REMOVE;
      return undefined;
    },
    Node(_, node) {
      if (isScalar(node) && hiddenCharacter(String(node.value)) !== undefined) node.type = Scalar.QUOTE_DOUBLE;
      node.commentBefore = null;
      node.comment = null;
      if (isMap(node)) for (const pair of node.items) if (isScalar(pair.key)) pair.key.commentBefore = null;
    },
  });
  return yamlWithoutHidden(document.toString({ lineWidth: 0 }));
}

/** Sections that are no part of what ANS examines. */
const commercial: ReadonlySet<string> = new Set(['commandes', 'financement']);

function readWhole(text: string): Document | undefined {
  try {
    const [document, other] = parseBoundedYaml(text, { schema: 'failsafe' });
    return document && !other && document.errors.length === 0 ? document : undefined;
  } catch (error) {
    if (error instanceof NestingError) return undefined;
    throw error;
  }
}
