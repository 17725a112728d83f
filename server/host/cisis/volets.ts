import { dirname, join, normalize } from 'node:path/posix';
import { attributeOf, childElements, elementsUnder, type XmlNode } from './xml-tree';

/** Templates of documents of the CI-SIS stand under this root, the first of which every document has (ANS, volet « Structuration minimale »). */
const documents = '1.2.250.1.213.1.1.1.';
const everyDocument = '1.2.250.1.213.1.1.1.1';
const clinical = 'urn:hl7-org:v3';
/** Volets whose schematron nowhere asks for the template by which documents name them, as ANS's own examples do. */
const silentVolets: ReadonlyMap<string, string> = new Map([['BIO-CR-BIO_2024.01', '1.2.250.1.213.1.1.1.55']]);
/** Versions that documents write otherwise than the schematron's file: the VSM 1.4 says its date. */
const otherVersions: ReadonlyMap<string, string> = new Map([['1.2.250.1.213.1.1.1.13 201310', '1.4']]);

/** A schematron of the user's folder, and the templates that it asks of a document. */
export interface Volet {
  /** Relative to the folder. */
  readonly path: string;
  /** Without `CI-SIS_` and extension. */
  readonly name: string;
  /** Each group has to be met by one of its roots. */
  readonly templates: readonly (readonly string[])[];
}

/** What a document's header says that it is. */
export interface HeaderTemplate {
  readonly root: string;
  readonly extension?: string;
}

export type VoletChoice =
  | { readonly kind: 'chosen'; readonly volet: Volet }
  /** No template of the folder's volets; with what the header says. */
  | { readonly kind: 'unknown'; readonly templates: readonly string[] }
  /** A volet without a version that the folder has; with those it has. */
  | { readonly kind: 'version'; readonly version: string | undefined; readonly volets: readonly Volet[] };

/** Name of the volet whose schematron a path is; undefined when it is none. */
export function voletName(path: string): string | undefined {
  return /^schematrons\/(?:CI-SIS_)?([^/]+)\.sch$/i.exec(path)?.[1];
}

/** @param read root of a file of the folder; undefined when it has none */
export function readVolet(path: string, name: string, read: (path: string) => XmlNode | undefined): Volet {
  const root = read(path);
  if (!root) return { path, name, templates: [] };
  const parts = [root];
  for (const child of childElements(root)) {
    const href = child.localName === 'include' ? (attributeOf(child, 'href') ?? '') : '';
    // Only the header names the document's own templates.
    if (!/ent[eê]te/i.test(href)) continue;
    const part = read(normalize(join(dirname(path), href)));
    if (part) parts.push(part);
  }
  const asked = parts.flatMap((part) => [...askedTemplates(part)]);
  if (asked.length > 0) return { path, name, templates: asked };
  const silent = silentVolets.get(name);
  return { path, name, templates: silent === undefined ? parts.flatMap((part) => [...subjects(part)]) : [[silent]] };
}

/** Templates of documents that assertions ask for. What they forbid is no claim. */
function* askedTemplates(part: XmlNode): Generator<readonly string[]> {
  for (const element of elementsUnder(part)) {
    const test = element.localName === 'assert' ? (attributeOf(element, 'test') ?? '') : '';
    if (!test.includes(documents) || /\bnot\s*\(|!=/.test(test)) continue;
    const roots = [...test.matchAll(/["'](1\.2\.250\.1\.213\.1\.1\.1\.[\d.]+)["']/g)].map(([, root = '']) => root);
    const own = roots.filter((root) => root !== everyDocument);
    if (own.length === 0) continue;
    if (/\bor\b/.test(test)) yield own;
    else for (const root of own) yield [root];
  }
}

/** Templates of the documents that rules are about, where no assertion asks for one. */
function* subjects(part: XmlNode): Generator<readonly string[]> {
  for (const element of elementsUnder(part)) {
    const context = element.localName === 'rule' ? (attributeOf(element, 'context') ?? '') : '';
    const root = subjectForm.exec(context)?.[2];
    if (root?.startsWith(documents) === true && root !== everyDocument) yield [root];
  }
}

const subjectForm =
  /^\s*\/?(?:\*|[\w-]+:ClinicalDocument)\[\s*(?:\.\/)?[\w-]+:templateId\/@root\s*=\s*(["'])([\d.]+)\1\s*\]\s*$/;

/** `ClinicalDocument`, at any depth: documents that present themselves stand inside a style sheet. */
export function clinicalDocumentIn(document: XmlNode): XmlNode | undefined {
  for (const element of elementsUnder(document)) {
    if (element.localName === 'ClinicalDocument' && element.namespaceURI === clinical) return element;
  }
  return undefined;
}

export function headerTemplates(clinicalDocument: XmlNode): HeaderTemplate[] {
  return childElements(clinicalDocument).flatMap((child) => {
    const root = child.localName === 'templateId' ? attributeOf(child, 'root') : undefined;
    const extension = attributeOf(child, 'extension')?.trim();
    return root === undefined ? [] : [{ root, ...(extension !== undefined && extension !== '' && { extension }) }];
  });
}

/** The volet that a header claims: the root names it, the extension its version. Never guessed. */
export function chooseVolet(header: readonly HeaderTemplate[], volets: readonly Volet[]): VoletChoice {
  const own = header.filter(({ root }) => root.startsWith(documents) && root !== everyDocument);
  const said = new Set(own.map(({ root }) => root));
  const met = volets.filter(
    ({ templates }) => templates.length > 0 && templates.every((group) => group.some((root) => said.has(root))),
  );
  const templates = own.map(({ root, extension }) => (extension === undefined ? root : `${root} ${extension}`));
  // One that asks for more is about more of what the header says.
  const most = Math.max(0, ...met.map((volet) => rootsOf(volet).length));
  const candidates = met.filter((volet) => rootsOf(volet).length === most);
  if (candidates.length === 0) return { kind: 'unknown', templates };
  const exact = candidates.filter((volet) =>
    own.some((template) => rootsOf(volet).includes(template.root) && isOfVersion(volet, template)),
  );
  const [volet] = exact;
  if (volet && exact.length === 1) return { kind: 'chosen', volet };
  const version = own.find(
    ({ root, extension }) => extension !== undefined && candidates.some((each) => rootsOf(each).includes(root)),
  );
  return { kind: 'version', version: version?.extension, volets: candidates };
}

function rootsOf({ templates }: Volet): string[] {
  return [...new Set(templates.flat())];
}

function isOfVersion({ name }: Volet, { root, extension }: HeaderTemplate): boolean {
  if (extension === undefined) return false;
  const version = otherVersions.get(`${root} ${extension}`);
  if (version !== undefined) return name.split('_').includes(version);
  return name.endsWith(`_${extension}`);
}
