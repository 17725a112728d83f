import type { XmlElement, XmlObserver } from '../inspection/xml-observer';

/** An element of a document as it stands. */
export interface XmlNode {
  readonly name: string;
  /** Empty when there is none. */
  readonly namespace: string;
  /** Without prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlNode | string)[];
}

/** What a tree may hold. */
export interface TreeLimits {
  readonly maxNodes: number;
  /** Of all texts and attributes together. */
  readonly maxCharacters: number;
}

/** Puts a document together, up to its limits: what comes after them is left out and `isCut` says so. */
export class XmlTree implements XmlObserver {
  readonly #limits: TreeLimits;
  readonly #open: XmlNode[] = [];
  /** How many open elements are not taken. */
  #outside = 0;
  #nodes = 0;
  #characters = 0;
  root: XmlNode | undefined;
  isCut = false;

  constructor(limits: TreeLimits) {
    this.#limits = limits;
  }

  open({ name, namespace, attributes }: XmlElement): void {
    const size = attributes.reduce((sum, one) => sum + one.value.length, 0);
    if (this.#outside > 0 || this.#nodes >= this.#limits.maxNodes || !this.#fits(size)) {
      this.isCut ||= this.#outside === 0;
      this.#outside++;
      return;
    }
    this.#nodes++;
    const node: XmlNode = {
      name,
      namespace,
      attributes: new Map(attributes.map((one) => [one.name, one.value])),
      children: [],
    };
    this.#open.at(-1)?.children.push(node);
    this.#open.push(node);
    this.root ??= node;
  }

  text(text: string): void {
    if (this.#outside > 0) return;
    const parent = this.#open.at(-1);
    if (!parent) return;
    if (this.#fits(text.length)) parent.children.push(text);
    else this.isCut = true;
  }

  base64(text: string): void {
    this.text(text);
  }

  close(): void {
    if (this.#outside > 0) this.#outside--;
    else this.#open.pop();
  }

  #fits(characters: number): boolean {
    if (this.#characters + characters > this.#limits.maxCharacters) return false;
    this.#characters += characters;
    return true;
  }
}

/** The elements of that name among the children, in the same namespace as their parent. */
export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  if (!node) return [];
  return node.children.filter(
    (one): one is XmlNode => typeof one !== 'string' && one.name === name && one.namespace === node.namespace,
  );
}

/** The first element that a path of names leads to. */
export function childAt(node: XmlNode | undefined, ...names: readonly string[]): XmlNode | undefined {
  return names.reduce<XmlNode | undefined>((at, name) => childrenOf(at, name)[0], node);
}

/** All text in an element, spaces drawn together. */
export function textOf(node: XmlNode | undefined): string {
  if (!node) return '';
  return rawText(node).replace(/\s+/g, ' ').trim();
}

/** The same, as it stands. */
export function rawText(node: XmlNode): string {
  return node.children.map((one) => (typeof one === 'string' ? one : rawText(one))).join('');
}
