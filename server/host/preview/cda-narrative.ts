import type { CdaElementKind, CdaNode } from './preview-content';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { rawText, type XmlNode } from './xml-tree';

/** The elements of the narrative block (HL7 CDA R2, `StrucDoc.Text`) that become one of ours. */
const elements: Readonly<Record<string, CdaElementKind>> = {
  content: 'inline',
  linkHtml: 'inline',
  paragraph: 'paragraph',
  footnote: 'paragraph',
  sub: 'subscript',
  sup: 'superscript',
  caption: 'caption',
  list: 'list',
  item: 'item',
  table: 'table',
  tr: 'row',
  td: 'cell',
  th: 'headerCell',
};
/** Those of which only the content counts. */
const transparent: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);
/** Those that show nothing themselves. */
const silent: ReadonlySet<string> = new Set(['col', 'colgroup']);

const styles: Readonly<Record<string, CdaElementKind>> = {
  bold: 'bold',
  italics: 'italic',
  emphasis: 'italic',
  underline: 'underline',
};

const pictureTypes: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);

const words = {
  element: { fr: '[élément « {name} » : non montré]', en: '[element “{name}”: not shown]' },
  elsewhere: {
    fr: '[image hors du document : non montrée]',
    en: '[picture outside the document: not shown]',
  },
  unknownMedia: {
    fr: '[contenu de type {type} : non montré]',
    en: '[content of type {type}: not shown]',
  },
  noMedia: { fr: '[image annoncée, absente du document]', en: '[picture announced, not in the document]' },
} satisfies Record<string, Sentence>;

export interface NarrativeContext {
  readonly locale: Locale;
  readonly namespace: string;
  /** `observationMedia` and what holds it, by the `ID` that the narrative refers to. */
  readonly media: ReadonlyMap<string, XmlNode>;
}

/**
 * What stands in an element of the narrative, as elements that are safe to make. Nothing else of the document comes
 * through: no address, no style, no name. What is not shown is said in its place.
 */
export function narrative(node: XmlNode, context: NarrativeContext): CdaNode[] {
  return node.children.flatMap((one) => (typeof one === 'string' ? textNode(one) : elementNode(one, context)));
}

function textNode(text: string): CdaNode[] {
  const plain = text.replace(/[ \t\r\n]+/g, ' ');
  return plain === '' ? [] : [{ kind: 'text', text: plain }];
}

function elementNode(node: XmlNode, context: NarrativeContext): CdaNode[] {
  const { name, namespace, attributes } = node;
  if (namespace !== context.namespace) return [omitted(words.element, context, { name })];
  if (name === 'br') return [{ kind: 'break' }];
  if (name === 'renderMultiMedia') return media(attributes.get('referencedObject'), context);
  if (name === 'footnoteRef') return [{ kind: 'superscript', children: [{ kind: 'text', text: '*' }] }];
  if (silent.has(name)) return [];
  if (transparent.has(name)) return narrative(node, context);
  const kind = Object.hasOwn(elements, name) ? elements[name] : undefined;
  if (kind === undefined) return [omitted(words.element, context, { name })];
  const children = narrative(node, context);
  if (kind === 'list') return [{ kind: attributes.get('listType') === 'ordered' ? 'orderedList' : 'list', children }];
  if (kind === 'cell' || kind === 'headerCell') {
    const columns = span(attributes.get('colspan'));
    const rows = span(attributes.get('rowspan'));
    const spans = { ...(columns === undefined ? {} : { columns }), ...(rows === undefined ? {} : { rows }) };
    return [{ kind, children: styled(node, children), ...spans }];
  }
  return [{ kind, children: styled(node, children) }];
}

/** `styleCode` and `revised`, as elements around the content. */
function styled({ attributes }: XmlNode, children: readonly CdaNode[]): readonly CdaNode[] {
  const codes = (attributes.get('styleCode') ?? '').toLowerCase().split(/\s+/);
  const kinds = codes.flatMap((code) => (Object.hasOwn(styles, code) ? (styles[code] ?? []) : []));
  if (attributes.get('revised') === 'delete') kinds.push('deleted');
  return [...new Set(kinds)].reduce<readonly CdaNode[]>((inside, kind) => [{ kind, children: inside }], children);
}

/** As HTML allows it. */
function span(written: string | undefined): number | undefined {
  const value = /^\d{1,3}$/.test(written ?? '') ? Number(written) : 1;
  return value > 1 ? value : undefined;
}

/** The pictures that a reference leads to; of several, each. */
function media(reference: string | undefined, context: NarrativeContext): CdaNode[] {
  const ids = (reference ?? '').split(/\s+/).filter((id) => id !== '');
  const found = ids.flatMap((id) => context.media.get(id) ?? []);
  if (found.length === 0) return [omitted(words.noMedia, context)];
  return found.map((value) => embedded(value, context));
}

/** A value of type ED: a picture where it holds one. */
export function embedded(value: XmlNode, context: NarrativeContext): CdaNode {
  const mime = (value.attributes.get('mediaType') ?? '').trim().toLowerCase();
  const base64 = rawText(value).replace(/\s+/g, '');
  if (base64 === '') return omitted(value.children.length > 0 ? words.elsewhere : words.noMedia, context);
  const isPicture = pictureTypes.has(mime) && value.attributes.get('representation') === 'B64';
  if (!isPicture || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return omitted(words.unknownMedia, context, { type: mime });
  return { kind: 'picture', mime, base64 };
}

function omitted(sentence: Sentence, { locale }: NarrativeContext, args: Record<string, string> = {}): CdaNode {
  return { kind: 'omitted', text: say(sentence, locale, args) };
}
