import { isScalar, parseDocument, visit } from 'yaml';

/** The values of a manifest that say something: paths, links, numbers, words; each once. No keys. */
export function stringsOf(text: string): Set<string> {
  const found = new Set<string>();
  visit(parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' }), {
    Scalar: (key, node) => {
      if (key === 'key' || !isScalar(node)) return;
      const source = node.source ?? '';
      // Values on several lines stand otherwise in the text.
      if (source.length > 3 && !source.includes('\n') && text.includes(source)) found.add(source);
    },
  });
  return found;
}
