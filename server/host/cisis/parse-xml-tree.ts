import { SaxesParser } from 'saxes';
import { TextDecoder } from 'node:util';
import { declarationBytes, xmlEncoding } from '../inspection/xml-encoding';
import { kinds, type NodeKind, type XmlAttributeNode, type XmlNode, type XmlTree } from './xml-tree';

/** Why a document was not made a tree. */
export class UnreadableXml extends Error {
  constructor(readonly reason: 'damaged' | 'tooLarge') {
    super(reason);
  }
}

export interface TreeLimits {
  readonly maxBytes: number;
  /** Elements and attributes. */
  readonly maxNodes: number;
  readonly maxDepth: number;
}

const mebibyte = 1024 * 1024;

/** A document with thousands of results stays far below. */
export const treeLimits: TreeLimits = { maxBytes: 32 * mebibyte, maxNodes: 1_000_000, maxDepth: 400 };

/** The mutable side of {@link XmlNode}, while the tree grows. */
type Growing = { -readonly [Key in keyof XmlNode]: XmlNode[Key] };

/**
 * Reads a whole document. Nothing external is read and no entity but the five of XML is replaced: one that uses another
 * cannot be held against anything, and counts as damaged.
 * @throws UnreadableXml
 */
export function parseXmlTree(bytes: Uint8Array, limits: TreeLimits = treeLimits): XmlTree {
  if (bytes.length > limits.maxBytes) throw new UnreadableXml('tooLarge');
  return parseXmlText(decode(bytes), limits);
}

/** @throws UnreadableXml */
export function parseXmlText(text: string, limits: TreeLimits = treeLimits): XmlTree {
  const document = newNode(kinds.document, null, { nodeName: '#document' });
  let current = document;
  let depth = 0;
  let nodes = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => {
    throw new UnreadableXml('damaged');
  });
  parser.on('opentag', (tag) => {
    const values = Object.values(tag.attributes);
    nodes += 1 + values.length;
    if (nodes > limits.maxNodes || ++depth > limits.maxDepth) throw new UnreadableXml('tooLarge');
    const element = newNode(kinds.element, current, {
      nodeName: tag.name,
      localName: tag.local,
      prefix: tag.prefix === '' ? null : tag.prefix,
      namespaceURI: tag.uri === '' ? null : tag.uri,
      // No value holds a `<`: the last one before the end of the tag begins it.
      offset: text.lastIndexOf('<', parser.position - 1),
    });
    for (const { name, prefix, local, uri, value } of values) {
      if (prefix === 'xmlns' || name === 'xmlns') continue;
      element.attributes.push({
        nodeType: 2,
        nodeName: name,
        name,
        localName: local,
        prefix: prefix === '' ? null : prefix,
        namespaceURI: uri === '' ? null : uri,
        value,
        ownerElement: element,
      } satisfies XmlAttributeNode);
    }
    current = element;
  });
  parser.on('closetag', () => {
    depth--;
    current = current.parentNode ?? document;
  });
  const addText = (data: string): void => {
    // Between the document and its root stands nothing but space.
    if (current.nodeType === kinds.document || data === '') return;
    const last: Growing | null = current.lastChild;
    // A CDATA section is text like the rest of it.
    if (last?.nodeType === kinds.text) last.data += data;
    else newNode(kinds.text, current, { nodeName: '#text', data });
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', (data) => {
    newNode(kinds.comment, current, { nodeName: '#comment', data });
  });
  parser.on('processinginstruction', ({ target, body }) => {
    newNode(kinds.instruction, current, { nodeName: target, target, data: body });
  });
  parser.write(text).close();
  return { document, text, nodes };
}

function newNode(nodeType: NodeKind, parent: XmlNode | null, facts: Partial<XmlNode>): XmlNode {
  const node: XmlNode = {
    nodeType,
    parentNode: parent,
    childNodes: [],
    attributes: [],
    firstChild: null,
    lastChild: null,
    previousSibling: parent?.lastChild ?? null,
    nextSibling: null,
    nodeName: '',
    localName: '',
    prefix: null,
    namespaceURI: null,
    data: '',
    target: '',
    offset: 0,
    ...facts,
  };
  if (!parent) return node;
  if (parent.lastChild) parent.lastChild.nextSibling = node;
  else parent.firstChild = node;
  parent.lastChild = node;
  parent.childNodes.push(node);
  return node;
}

/** @throws UnreadableXml */
function decode(bytes: Uint8Array): string {
  const { label } = xmlEncoding(bytes.subarray(0, declarationBytes));
  if (label === undefined) throw new UnreadableXml('damaged');
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    // How the decoder says that the bytes are not in the encoding.
    if (error instanceof TypeError) throw new UnreadableXml('damaged');
    throw error;
  }
}
