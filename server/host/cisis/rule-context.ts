import { attributeOf, isAttribute, kinds, type AnyXmlNode, type XmlNode } from './xml-tree';

/** One step of a path that says which nodes a rule is about, from the last to the first. */
export interface ContextStep {
  readonly isAttribute: boolean;
  /** `*` where any will do. */
  readonly localName: string;
  /** Undefined where any will do; null: in no namespace. */
  readonly namespace: string | null | undefined;
  /** Without brackets. */
  readonly predicates: readonly ContextPredicate[];
  /** What stands before it: a parent, an ancestor, the document itself, or nothing that matters. */
  readonly before: 'parent' | 'ancestor' | 'document' | 'any';
}

/** A condition in brackets, and what can be seen of it without an XPath engine. */
export interface ContextPredicate {
  readonly expression: string;
  /** It cannot hold unless a child of this name has an attribute of this value. */
  readonly needs?: ChildValue;
  /** It says nothing else than {@link needs}. */
  readonly isThat: boolean;
}

interface ChildValue {
  readonly childName: string;
  readonly childNamespace: string | null | undefined;
  readonly attribute: string;
  readonly value: string;
}

/** A path, last step first; the document itself has none. */
export type ContextPath = readonly ContextStep[];

/**
 * The alternatives of a rule's context as paths that can be compared with a node step by step, upwards, as XSLT does it.
 * @returns undefined where it is no such path: its nodes have to be searched then
 */
export function contextPaths(
  context: string,
  namespaces: ReadonlyMap<string, string>,
): readonly ContextPath[] | undefined {
  const paths: ContextPath[] = [];
  for (const alternative of splitOutside(context, '|')) {
    const path = pathOf(alternative.trim(), namespaces);
    if (!path) return undefined;
    paths.push(path);
  }
  return paths;
}

function pathOf(text: string, namespaces: ReadonlyMap<string, string>): ContextPath | undefined {
  if (text === '/') return [];
  const pieces = splitOutside(text, '/');
  const steps: ContextStep[] = [];
  let before: ContextStep['before'] = 'any';
  for (const [index, piece] of pieces.entries()) {
    if (piece.trim() === '') {
      // A leading `/` or the middle of `//`.
      before = index === 0 ? 'document' : steps.length === 0 ? 'any' : 'ancestor';
      if (index === pieces.length - 1) return undefined;
      continue;
    }
    if (piece.trim() === '.' && index === 0) continue;
    const step = stepOf(piece.trim(), before, namespaces);
    if (!step) return undefined;
    steps.unshift(step);
    before = 'parent';
  }
  return steps.length > 0 ? steps : undefined;
}

const stepForm = /^(child::|attribute::|@)?(?:([\w-]+|\*):)?([\w.-]+|\*)\s*(\[[\s\S]*\])?$/;

function stepOf(
  text: string,
  before: ContextStep['before'],
  namespaces: ReadonlyMap<string, string>,
): ContextStep | undefined {
  const match = stepForm.exec(text);
  if (!match) return undefined;
  const [, axis, prefix, localName = '', brackets] = match;
  const namespace = namespaceOf(prefix, localName, namespaces);
  if (namespace === false) return undefined;
  const predicates: ContextPredicate[] = [];
  for (const expression of brackets === undefined ? [] : bracketsOf(brackets)) {
    const predicate = expression === undefined ? undefined : predicateOf(expression, namespaces);
    if (!predicate) return undefined;
    predicates.push(predicate);
  }
  return { isAttribute: axis === '@' || axis === 'attribute::', localName, namespace, predicates, before };
}

/** False: unknown. */
function namespaceOf(
  prefix: string | undefined,
  localName: string,
  namespaces: ReadonlyMap<string, string>,
): string | null | undefined | false {
  if (prefix === '*') return undefined;
  if (prefix === undefined) return localName === '*' ? undefined : null;
  return namespaces.get(prefix) ?? false;
}

/** Texts in the brackets that follow one another; undefined where something else stands between them. */
function bracketsOf(text: string): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  let rest = text;
  while (rest.trim() !== '') {
    rest = rest.trimStart();
    const end = rest.startsWith('[') ? closingOf(rest) : -1;
    if (end < 0) return [undefined];
    found.push(rest.slice(1, end));
    rest = rest.slice(end + 1);
  }
  return found;
}

/** A number in brackets counts nodes of a step, which a single node cannot tell. */
const countsNodes = /\b(?:position|last)\s*\(/;
const mayBeNumber =
  /^\s*(?:[\d$(+-]|(?:count|number|string-length|sum|floor|ceiling|round|abs|min|max)\s*\()(?![\s\S]*[=<>])/;
const childForm =
  /^\s*(?:\.\/)?(?:([\w-]+|\*):)?([\w.-]+)\s*(?:\/\s*@([\w.-]+)\s*=\s*("[^"]*"|'[^']*')|\[\s*@([\w.-]+)\s*=\s*("[^"]*"|'[^']*')\s*\])\s*/;

function predicateOf(expression: string, namespaces: ReadonlyMap<string, string>): ContextPredicate | undefined {
  if (countsNodes.test(expression) || mayBeNumber.test(expression)) return undefined;
  const match = childForm.exec(expression);
  if (!match) return { expression, isThat: false };
  const [whole, prefix, childName = '', attribute = match[5], quoted = match[6]] = match;
  const childNamespace = namespaceOf(prefix, childName, namespaces);
  const rest = expression.slice(whole.length);
  const isThat = rest === '';
  const isFirstOfAll = /^and\b/.test(rest) && splitWords(rest);
  if (childNamespace === false || attribute === undefined || quoted === undefined || !(isThat || isFirstOfAll)) {
    return { expression, isThat: false };
  }
  return { expression, needs: { childName, childNamespace, attribute, value: quoted.slice(1, -1) }, isThat };
}

/** Whether no `or` stands outside of brackets: then every part has to hold. */
function splitWords(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"[^"]*"|'[^']*'|[()[\]]|[\w.:-]+/g)) {
    if (token === '(' || token === '[') depth++;
    else if (token === ')' || token === ']') depth--;
    else if (token === 'or' && depth === 0) return false;
  }
  return true;
}

/** Parts between separators that stand in no brackets and no quotes. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '"' || character === "'") {
      const end = text.indexOf(character, index + 1);
      if (end < 0) break;
      index = end;
    } else if (character === '[' || character === '(') depth++;
    else if (character === ']' || character === ')') depth--;
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** Where the bracket that begins the text ends, or -1. */
function closingOf(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '"' || character === "'") {
      const end = text.indexOf(character, index + 1);
      if (end < 0) return -1;
      index = end;
    } else if (character === '[' || character === '(') depth++;
    else if ((character === ']' || character === ')') && --depth === 0) return index;
  }
  return -1;
}

/** Whether a node is one that a path leads to. @param holds evaluates a condition at a node */
export function isOnPath(
  node: AnyXmlNode,
  path: ContextPath,
  holds: (expression: string, node: AnyXmlNode) => boolean,
): boolean {
  if (path.length === 0) return node.nodeType === kinds.document;
  return fits(node, path, 0, holds);
}

function fits(
  node: AnyXmlNode,
  path: ContextPath,
  index: number,
  holds: (expression: string, node: AnyXmlNode) => boolean,
): boolean {
  const step = path[index];
  if (!step) return true;
  if (!isNamedAs(node, step) || !step.predicates.every((predicate) => meets(node, predicate, holds))) return false;
  const parent = isAttribute(node) ? node.ownerElement : node.parentNode;
  if (step.before === 'any') return true;
  if (step.before === 'document') return parent?.nodeType === kinds.document;
  if (step.before === 'parent') return parent !== null && fits(parent, path, index + 1, holds);
  for (let ancestor: XmlNode | null = parent; ancestor; ancestor = ancestor.parentNode) {
    if (fits(ancestor, path, index + 1, holds)) return true;
  }
  return false;
}

function isNamedAs(node: AnyXmlNode, { isAttribute: wantsAttribute, localName, namespace }: ContextStep): boolean {
  if (isAttribute(node) !== wantsAttribute || (!wantsAttribute && node.nodeType !== kinds.element)) return false;
  return (
    (localName === '*' || node.localName === localName) && (namespace === undefined || node.namespaceURI === namespace)
  );
}

function meets(
  node: AnyXmlNode,
  { expression, needs, isThat }: ContextPredicate,
  holds: (expression: string, node: AnyXmlNode) => boolean,
): boolean {
  if (needs) {
    const has = !isAttribute(node) && node.childNodes.some((child) => hasValue(child, needs));
    if (!has || isThat) return has;
  }
  return holds(expression, node);
}

function hasValue(child: XmlNode, { childName, childNamespace, attribute, value }: ChildValue): boolean {
  if (child.nodeType !== kinds.element || child.localName !== childName) return false;
  if (childNamespace !== undefined && child.namespaceURI !== childNamespace) return false;
  return attributeOf(child, attribute) === value;
}
