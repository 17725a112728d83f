/**
 * A document as a tree of plain objects, with the place of each element: what the XPath engine walks, a tenth of the weight
 * of a DOM. Kinds are numbered as in the DOM, which is what the engine asks for.
 */
export interface XmlNode {
  readonly nodeType: NodeKind;
  readonly parentNode: XmlNode | null;
  readonly childNodes: XmlNode[];
  readonly attributes: XmlAttributeNode[];
  firstChild: XmlNode | null;
  lastChild: XmlNode | null;
  previousSibling: XmlNode | null;
  nextSibling: XmlNode | null;
  readonly nodeName: string;
  readonly localName: string;
  readonly prefix: string | null;
  /** Null where there is none. */
  readonly namespaceURI: string | null;
  /** Of a text, a comment or a processing instruction. */
  readonly data: string;
  /** Of a processing instruction. */
  readonly target: string;
  /** Characters before its tag; of an element only. */
  readonly offset: number;
}

export interface XmlAttributeNode {
  readonly nodeType: 2;
  readonly nodeName: string;
  readonly name: string;
  readonly localName: string;
  readonly prefix: string | null;
  readonly namespaceURI: string | null;
  readonly value: string;
  readonly ownerElement: XmlNode;
}

export type AnyXmlNode = XmlNode | XmlAttributeNode;

/** Element, text, processing instruction, comment, document. */
export type NodeKind = 1 | 3 | 7 | 8 | 9;

export const kinds = { element: 1, text: 3, instruction: 7, comment: 8, document: 9 } as const;

/** A document that was read, and its characters. */
export interface XmlTree {
  readonly document: XmlNode;
  readonly text: string;
  /** Elements and attributes. */
  readonly nodes: number;
}

export function isAttribute(node: AnyXmlNode): node is XmlAttributeNode {
  return node.nodeType === 2;
}

/** The element itself, or that of an attribute. */
export function elementOf(node: AnyXmlNode): XmlNode {
  return isAttribute(node) ? node.ownerElement : node;
}

/** Elements under a node, in the order of the document. */
export function* elementsUnder(node: XmlNode): Generator<XmlNode> {
  // A stack of our own: a document may be deep.
  let current: XmlNode | null = node.firstChild;
  while (current) {
    if (current.nodeType === kinds.element) yield current;
    if (current.firstChild) {
      current = current.firstChild;
      continue;
    }
    while (current && current !== node && !current.nextSibling) current = current.parentNode;
    if (!current || current === node) return;
    current = current.nextSibling;
  }
}

/** Its element children. */
export function childElements(node: XmlNode): XmlNode[] {
  return node.childNodes.filter(({ nodeType }) => nodeType === kinds.element);
}

/** Value of an attribute without namespace. */
export function attributeOf(element: XmlNode, name: string): string | undefined {
  return element.attributes.find(({ localName, namespaceURI }) => localName === name && namespaceURI === null)?.value;
}

/** All texts under a node, joined: its string value. */
export function textOf(node: AnyXmlNode): string {
  if (isAttribute(node)) return node.value;
  if (node.nodeType !== kinds.element && node.nodeType !== kinds.document) return node.data;
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === kinds.text) text += child.data;
    else if (child.nodeType === kinds.element) text += textOf(child);
  }
  return text;
}

/** Where an element stands, both 1-based; columns in UTF-16 units. */
export interface XmlPosition {
  readonly line: number;
  readonly column: number;
}

/** Line ends are LF, CR LF or CR. */
export function positionAt(text: string, offset: number): XmlPosition {
  let line = 1;
  let start = 0;
  for (let index = 0; index < offset; index++) {
    const code = text.charCodeAt(index);
    if (code !== 10 && (code !== 13 || text.charCodeAt(index + 1) === 10)) continue;
    line++;
    start = index + 1;
  }
  return { line, column: offset - start + 1 };
}

/** Path of names from the root; those that have brothers of their name are numbered. */
export function pathOf(node: AnyXmlNode): string {
  if (isAttribute(node)) return `${pathOf(node.ownerElement)}/@${node.nodeName}`;
  const steps: string[] = [];
  for (let current: XmlNode | null = node; current?.nodeType === kinds.element; current = current.parentNode) {
    const { nodeName, parentNode } = current;
    const brothers = parentNode ? parentNode.childNodes.filter((child) => child.nodeName === nodeName) : [];
    steps.unshift(brothers.length > 1 ? `${nodeName}[${brothers.indexOf(current) + 1}]` : nodeName);
  }
  return `/${steps.join('/')}`;
}
