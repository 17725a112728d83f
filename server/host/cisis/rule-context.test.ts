import assert from 'node:assert/strict';
import { parseXmlText } from './parse-xml-tree';
import { contextPaths, isOnPath } from './rule-context';
import { elementsUnder, pathOf, positionAt, type AnyXmlNode } from './xml-tree';
import { XPath } from './xpath';

const namespaces = new Map([['c', 'urn:c']]);
const { document } = parseXmlText(
  `<a xmlns="urn:c" id="0"><b t="1"><templateId root="1.2"/><c><d>x</d></c></b><b t="2"><c/><e xmlns="urn:e"/></b></a>`,
);
const xpath = new XPath({
  namespaces,
  document: () => document,
  concepts: () => [],
});

/** Nodes that a context means, compared node by node, and searched by the engine: both have to agree. */
function met(context: string): { readonly compared: string[]; readonly searched: string[] } {
  const paths = contextPaths(context, namespaces);
  assert.ok(paths, context);
  const all: AnyXmlNode[] = [document];
  for (const element of elementsUnder(document)) all.push(element, ...element.attributes);
  const holds = (expression: string, node: AnyXmlNode): boolean => xpath.boolean(expression, node);
  const compared = all.filter((node) => paths.some((path) => isOnPath(node, path, holds)));
  const search = context.startsWith('/') ? context : `//(${context})`;
  return { compared: compared.map(pathOf).sort(), searched: xpath.nodes(search, document).map(pathOf).sort() };
}

describe('the context of a rule', () => {
  for (const [context, count] of [
    ['/', 1],
    ['c:a', 1],
    ['/c:a/c:b', 2],
    ['c:b', 2],
    ['//c:c', 2],
    ['c:a//c:d', 1],
    ['c:b/c:d', 0],
    ['*[c:templateId/@root="1.2"]', 1],
    ["*[./c:templateId[@root = '1.2']]/c:c", 1],
    ["*[c:templateId/@root='1.2' and @t='2']", 0],
    ["*[c:templateId/@root='9' or @t='2']", 1],
    ["c:b[@t='1'][c:c]", 1],
    ['c:b[not(c:templateId)]', 1],
    ['c:b/@t', 2],
    ['@*', 4],
    ['*:e', 1],
    ['c:e', 0],
    ['c:c | c:d', 3],
    ["c:b[c:c[c:d='x']]", 1],
  ] as const) {
    it(`${context} means ${count}`, () => {
      const { compared, searched } = met(context);
      assert.deepEqual(compared, searched);
      assert.equal(compared.length, count);
    });
  }

  it('is searched where a node alone cannot tell', () => {
    for (const context of [
      'c:b[2]',
      'c:b[last()]',
      'c:b[position()=1]',
      'ancestor::c:a',
      'x:b',
      'id("a")',
      'c:b[count(c:c)]',
    ])
      assert.equal(contextPaths(context, namespaces), undefined, context);
  });
});

describe('the place of an element', () => {
  it('counts lines of every system, from where its tag begins', () => {
    const text = '<a>\r\n  <b\r\n x="1"\n/>\r<c/></a>';
    const { document: read } = parseXmlText(text);
    const places = [...elementsUnder(read)].map(({ nodeName, offset }) => [nodeName, positionAt(text, offset)]);
    assert.deepEqual(places, [
      ['a', { line: 1, column: 1 }],
      ['b', { line: 2, column: 3 }],
      ['c', { line: 5, column: 1 }],
    ]);
  });
});
