import type { CdaSection, CdaView, PreviewFact } from './preview-content';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { hl7Timestamp } from '../inspection/hl7-timestamp';
import { embedded, narrative, type NarrativeContext } from './cda-narrative';
import { childAt, childrenOf, rawText, textOf, type XmlNode } from './xml-tree';

const hl7v3 = 'urn:hl7-org:v3';

const labels = {
  patient: { fr: 'Patient', en: 'Patient' },
  born: { fr: 'Date de naissance', en: 'Date of birth' },
  sex: { fr: 'Sexe', en: 'Sex' },
  identifier: { fr: 'Identifiant', en: 'Identifier' },
  author: { fr: 'Auteur', en: 'Author' },
  date: { fr: 'Date du document', en: 'Date of the document' },
  kind: { fr: 'Type de document', en: 'Kind of document' },
  keeper: { fr: 'Conservé par', en: 'Kept by' },
} satisfies Record<string, Sentence>;

/** A document that stands in the body of a CDA, in base64. */
export interface CarriedDocument {
  readonly mime: string;
  readonly content: Uint8Array;
}

export interface CdaRendering {
  readonly view: CdaView;
  /** The body, where it is no structured one and no picture. */
  readonly carried?: CarriedDocument;
}

/** A CDA R2 as a clinician reads it: header and narrative. Undefined when the document is none. */
export function cdaView(root: XmlNode | undefined, locale: Locale): CdaRendering | undefined {
  if (root?.name !== 'ClinicalDocument' || root.namespace !== hl7v3) return undefined;
  const title = textOf(childAt(root, 'title'));
  const structured = childAt(root, 'component', 'structuredBody');
  const context: NarrativeContext = { locale, namespace: hl7v3, media: mediaIn(structured) };
  const sections = childrenOf(structured, 'component').flatMap((component) =>
    childrenOf(component, 'section').map((section) => sectionView(section, context)),
  );
  const body = structured ? undefined : childAt(root, 'component', 'nonXMLBody', 'text');
  const plain = body && bodySections(body, context);
  return {
    view: {
      ...(title === '' ? {} : { title }),
      header: headerFacts(root, locale),
      sections: plain?.sections ?? sections,
    },
    ...(plain?.carried ? { carried: plain.carried } : {}),
  };
}

function sectionView(section: XmlNode, context: NarrativeContext): CdaSection {
  const title = textOf(childAt(section, 'title'));
  const text = childAt(section, 'text');
  return {
    ...(title === '' ? {} : { title }),
    blocks: text ? narrative(text, context) : [],
    sections: childrenOf(section, 'component').flatMap((component) =>
      childrenOf(component, 'section').map((one) => sectionView(one, context)),
    ),
  };
}

/** `nonXMLBody`: a text as it is, a picture, or a document to be read apart. */
function bodySections(
  text: XmlNode,
  context: NarrativeContext,
): { readonly sections: readonly CdaSection[]; readonly carried?: CarriedDocument } {
  const mime = (text.attributes.get('mediaType') ?? 'text/plain').trim().toLowerCase();
  if (text.attributes.get('representation') !== 'B64') {
    const lines = mime === 'text/plain' ? rawText(text).split(/\r\n|\r|\n/) : [];
    const blocks = lines.map((line) => ({
      kind: 'paragraph' as const,
      children: [{ kind: 'text' as const, text: line }],
    }));
    return { sections: [{ blocks: blocks.length > 0 ? blocks : [embedded(text, context)], sections: [] }] };
  }
  if (mime.startsWith('image/')) return { sections: [{ blocks: [embedded(text, context)], sections: [] }] };
  return { sections: [], carried: { mime, content: Buffer.from(rawText(text), 'base64') } };
}

/** The values of `observationMedia` by their `ID`, and by that of the `regionOfInterest` that shows a part of one. */
function mediaIn(structured: XmlNode | undefined): ReadonlyMap<string, XmlNode> {
  const media = new Map<string, XmlNode>();
  const walk = (node: XmlNode, regions: readonly string[]): void => {
    const id = node.attributes.get('ID');
    if (node.namespace === hl7v3 && node.name === 'observationMedia') {
      const value = childAt(node, 'value');
      if (value) for (const one of id === undefined ? regions : [id, ...regions]) media.set(one, value);
    }
    const isRegion = node.name === 'regionOfInterest' && id !== undefined;
    const inside = isRegion ? [...regions, id] : regions;
    for (const child of node.children) if (typeof child !== 'string') walk(child, inside);
  };
  if (structured) walk(structured, []);
  return media;
}

function headerFacts(root: XmlNode, locale: Locale): PreviewFact[] {
  const facts: PreviewFact[] = [];
  const add = (label: Sentence, value: string) => {
    if (value !== '') facts.push({ label: say(label, locale), value });
  };
  for (const target of childrenOf(root, 'recordTarget')) {
    const role = childAt(target, 'patientRole');
    const patient = childAt(role, 'patient');
    add(labels.patient, nameOf(patient));
    add(labels.born, dateOf(childAt(patient, 'birthTime')));
    add(labels.sex, codeOf(childAt(patient, 'administrativeGenderCode')));
    for (const id of childrenOf(role, 'id')) add(labels.identifier, idOf(id));
  }
  for (const author of childrenOf(root, 'author')) add(labels.author, authorOf(author));
  add(labels.date, dateOf(childAt(root, 'effectiveTime')));
  add(labels.kind, codeOf(childAt(root, 'code')));
  const custodian = childAt(root, 'custodian', 'assignedCustodian', 'representedCustodianOrganization', 'name');
  add(labels.keeper, textOf(custodian));
  return facts;
}

/** Person, else device, and organisation, with the date of what was written. */
function authorOf(author: XmlNode): string {
  const assigned = childAt(author, 'assignedAuthor');
  const device = childAt(assigned, 'assignedAuthoringDevice');
  const name = nameOf(childAt(assigned, 'assignedPerson')) || textOf(childAt(device, 'softwareName'));
  const organisation = textOf(childAt(assigned, 'representedOrganization', 'name'));
  return [name, organisation, dateOf(childAt(author, 'time'))].filter((part) => part !== '').join(' · ');
}

/** Given names, then the family's: that of use before that of birth, which follows in brackets. */
function nameOf(holder: XmlNode | undefined): string {
  const name = childAt(holder, 'name');
  if (!name) return '';
  const parts = (kind: string) =>
    childrenOf(name, kind)
      .map(textOf)
      .filter((part) => part !== '');
  const families = childrenOf(name, 'family');
  if (families.length === 0 && parts('given').length === 0) return textOf(name);
  const isBirth = (one: XmlNode) => (one.attributes.get('qualifier') ?? '').split(/\s+/).includes('BR');
  const used = families.filter((one) => !isBirth(one)).map(textOf);
  const born = families.filter(isBirth).map(textOf);
  const family = used.length === 0 ? born : [...used, ...born.map((one) => `(${one})`)];
  return [...parts('prefix'), ...givenOf(name), ...family, ...parts('suffix')].filter((part) => part !== '').join(' ');
}

/** The list of given names; those that are told apart by a qualifier repeat one of it, where there is a list. */
function givenOf(name: XmlNode): string[] {
  const all = childrenOf(name, 'given');
  const plain = all.filter((one) => !one.attributes.has('qualifier'));
  return (plain.length > 0 ? plain : all).map(textOf);
}

function idOf(id: XmlNode): string {
  const extension = id.attributes.get('extension') ?? '';
  const root = id.attributes.get('root') ?? '';
  if (extension === '') return root;
  return root === '' ? extension : `${extension} (${root})`;
}

function dateOf(time: XmlNode | undefined): string {
  const value = time?.attributes.get('value') ?? '';
  return hl7Timestamp(value)?.replace('T', ' ') ?? value;
}

function codeOf(code: XmlNode | undefined): string {
  return code?.attributes.get('displayName') ?? code?.attributes.get('code') ?? '';
}
