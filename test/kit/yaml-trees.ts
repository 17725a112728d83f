import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { readSimpleYaml } from '../../server/core/text/simple-yaml';
import { isListNode, isMapNode, isScalarNode, rangeOfNode, type YamlNode } from '../../server/core/text/yaml-node';
import { SimpleScalar } from '../../server/core/text/simple-yaml-nodes';

/** A tree of either reader in one form: what is written, whether it is plain, and where. */
function treeOf(node: unknown): unknown {
  const range = rangeOfNode(node as YamlNode | null);
  if (isMapNode(node)) return { map: node.items.map(({ key, value }) => [treeOf(key), treeOf(value)]), range };
  if (isListNode(node)) return { list: node.items.map(treeOf), range };
  if (!isScalarNode(node)) return node;
  const isPlain = node instanceof SimpleScalar ? node.isPlain : node.type === undefined || node.type === 'PLAIN';
  return { value: node.value ?? '', isPlain, range };
}

/**
 * Reads a text with the reader for simple YAML and, where it answers, asserts that the library finds the same tree and no
 * mistake.
 * @returns whether it answered
 */
export function assertSameTree(text: string): boolean {
  const simple = readSimpleYaml(text);
  if (!simple) return false;
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const shown = JSON.stringify(text);
  assert.deepEqual(
    document.errors.map((error) => error.message),
    [],
    shown,
  );
  assert.deepEqual(treeOf(simple), treeOf(document.contents), shown);
  return true;
}

const pieces = [
  'a', ' ', '\n', '\r\n', '\r', '\t', ':', ': ', '- ', '#', ' # ', '"', "'", '{', '}', '[', ']', ',', '|', '?', '~', '  ',
  '\n  ', '\n    ', '---\n', '...\n', '%Y', '&a ', '*a', '|-\n', '>\n', '|\n    ', '\n  # c\n', '\n    # c\n', '# c\n',
  '\n\n', '\n      # d\n', 'x: y\n', '\n  k:\n', '- z\n', '\n- z', ' \n', '-', '\\', '"x"', "'y'", 'é', '\u0000', '\u2028',
  '\ufeff', '<<: ', '!', '@', '`', '=',
]; // prettier-ignore

/** Texts of a kind, with pieces taken out and put in anywhere. */
export function mutated(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(1_000_000),
    remove: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(40)),
    insert: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }),
  });
  return fc.tuple(texts, fc.array(edit, { maxLength: 4 })).map(([text, edits]) =>
    edits.reduce((now, { at, remove, insert }) => {
      const start = at % (now.length + 1);
      return now.slice(0, start) + insert.join('') + now.slice(start + remove);
    }, text),
  );
}

const lineStarts = ['a: b', 'a:', 'k: "q"', '- a', '- a: b', '- a:', '# c', '', 'a: |', 'a: |-', '\ttab', 't\tab', 'b: >-', 'text', 'a: [x, y]',
  'a: { b: c, d: e } # f', 'x: y # z', 'x: # z', '-', '- - a', "'q': r", 'l: []', 'm: {}', 'n: ~', '- [a]', 'a:  ', '  ',
  '- -4', 'v: -4', 'u: http://a:8/#b', 'w: a#b', '"k\\"": "\\n\\\\"', "s: 'it''s'"]; // prettier-ignore

/** Lines that could stand in a manifest, under each other in any order and at any indentation. */
export const anyLines: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc
        .tuple(fc.constantFrom('', '', '  ', '  ', '    ', '      ', ' '), fc.constantFrom(...lineStarts))
        .map(([indent, line]) => indent + line),
      { maxLength: 12 },
    ),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '\n'),
  )
  .map(([lines, lineBreak, last]) => lines.join(lineBreak) + last);

/** One key or item with whatever signs behind it. */
export const anySigns: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('k: ', 'z:\n- ', 'k: [', 'k: {', '', 'k: "', "k: '", 'k:\n  - a: '),
    fc.array(fc.constantFrom(...Array.from('ab:,[]{}#\'" -?|>!&*%\\')), { maxLength: 10 }),
    fc.constantFrom('', ']', '}', '"', "'", ' # c', '\n', ': z'),
  )
  .map(([before, signs, after]) => before + signs.join('') + after);
