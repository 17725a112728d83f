import { isAlias, isMap, isScalar, isSeq, Lexer, type Document } from 'yaml';
import { NestingError, parseSoundYaml } from '../../core/text/bounded-yaml';

/** The documents of a text; undefined where something in it is not YAML. */
export function readDocuments(text: string): readonly Document[] | undefined {
  try {
    return parseSoundYaml(text, { keepSourceTokens: false });
  } catch (error) {
    if (error instanceof NestingError) return undefined;
    throw error;
  }
}

/** Everything that documents say, quoting, anchors and the order of keys included. */
export function contentOf(documents: readonly Document[]): string {
  return JSON.stringify(documents.map(({ contents }) => shapeOf(contents)));
}

/** The same where the order of keys does not count. */
export function unorderedContentOf(documents: readonly Document[]): string {
  return JSON.stringify(documents.map(({ contents }) => shapeOf(contents, true)));
}

/** The comments of a text, in their order. */
export function commentsIn(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).map((token) => token.trimEnd());
}

function shapeOf(node: unknown, sorted = false): unknown {
  if (isAlias(node)) return ['*', node.source];
  if (isScalar(node)) {
    const written = node.type === 'PLAIN' ? (node.source ?? node.value) : node.value;
    return [node.type, written, node.anchor, node.tag];
  }
  if (isSeq(node)) return ['seq', node.anchor, node.tag, node.flow, node.items.map((item) => shapeOf(item, sorted))];
  if (isMap(node)) {
    const pairs = node.items.map(({ key, value }) => [shapeOf(key, sorted), shapeOf(value, sorted)]);
    if (sorted) pairs.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return ['map', node.anchor, node.tag, node.flow, pairs];
  }
  return null;
}
