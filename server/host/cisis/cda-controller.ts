import { createHash } from 'node:crypto';
import { dirname, join, normalize } from 'node:path/posix';
import type { CdaControl, CdaFailure, CdaUnverified, CdaUnverifiedReason } from '../../core/evidence/cda-control';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { readCdaSchema, schemaFile, type CdaSchema } from './cda-schema';
import { compileSchema, type CompiledAssertion, type CompiledSchema } from './compile-schema';
import { controlFiles, noFolder, type ControlFolder } from './control-folder';
import { parseXmlTree, UnreadableXml } from './parse-xml-tree';
import { readSchema } from './read-schema';
import { conceptsByCode, runSchema, type SchemaFailure, type SchemaRun } from './run-schema';
import type { SchemaGap } from './schema';
import { chooseVolet, clinicalDocumentIn, headerTemplates, readVolet, voletName, type Volet } from './volets';
import {
  attributeOf,
  childElements,
  elementOf,
  kinds,
  pathOf,
  positionAt,
  type XmlNode,
  type XmlTree,
} from './xml-tree';
import { NotEvaluable } from './xpath';
import { sha256Of } from '../files/digest-of';

/** Failures that are told of one document; how many there are is told too. */
const mostFailures = 100;
/** Names that one reason gives. */
const mostNames = 20;
/** Schemas that a thread keeps compiled. */
const mostCompiled = 12;

interface ReadyVolet {
  readonly compiled: CompiledSchema;
  readonly sha256: string;
}

interface ValueSet {
  readonly document: XmlNode;
  readonly byCode: ReadonlyMap<string, readonly XmlNode[]>;
}

/** Holds CDA documents against one state of the user's folder; what it compiles is kept for the next document. */
export class CdaController {
  readonly #bytes = new Map<string, Buffer>();
  readonly #trees = new Map<string, XmlNode | 'absent' | 'empty' | 'damaged'>();
  /** Paths by their form in lower case: names on Windows differ by case from what schemas say. */
  readonly #byCase = new Map<string, string[]>();
  readonly #valueSets = new Map<string, ValueSet | undefined>();
  readonly #ready = new Map<string, ReadyVolet>();
  #loaded: Promise<void> | undefined;
  #volets: readonly Volet[] | undefined;
  #schema: Promise<CdaSchema | undefined> | undefined;

  constructor(readonly folder: ControlFolder) {
    for (const file of folder.files.keys()) {
      const lower = file.toLowerCase();
      this.#byCase.set(lower, [...(this.#byCase.get(lower) ?? []), file]);
    }
  }

  /**
   * @param bytes an XML document
   * @returns undefined when there is no CDA in it
   * @throws CancelledError
   */
  async control(bytes: Uint8Array, cancellation: Cancellation): Promise<CdaControl | undefined> {
    const base = { folder: this.folder.digest, document: sha256Of(bytes) };
    let tree: XmlTree;
    try {
      tree = parseXmlTree(bytes);
    } catch (error) {
      if (!(error instanceof UnreadableXml)) throw error;
      return { ...base, failures: [], unverified: [{ reason: error.reason, names: [] }] };
    }
    const root = clinicalDocumentIn(tree.document);
    if (!root) return undefined;
    if (this.folder.digest === noFolder) {
      return { ...base, failures: [], unverified: [{ reason: 'folderAbsent', names: [this.folder.path] }] };
    }
    this.#loaded ??= this.#load();
    await this.#loaded;
    throwIfCancelled(cancellation);
    const unverified = new Unverified();
    const { schema, failures: schemaFailures } = await this.#againstSchema(bytes, tree, root, unverified);
    throwIfCancelled(cancellation);
    const { volet, failures } = await this.#againstVolet(tree, root, unverified, cancellation);
    const all = [...schemaFailures, ...failures].sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
    return {
      ...base,
      ...(schema && { schema }),
      ...(volet && { volet }),
      failures: all.slice(0, mostFailures),
      unverified: unverified.list(),
    };
  }

  /**
   * Runs one schematron of the folder on a document, whatever the document claims to be.
   * @param path relative to the folder
   * @throws CancelledError
   */
  async run(
    path: string,
    tree: XmlTree,
    cancellation: Cancellation,
  ): Promise<ReadyVolet & { readonly run: SchemaRun }> {
    this.#loaded ??= this.#load();
    await this.#loaded;
    const ready = await this.#readyVolet(path);
    const surroundings = {
      document: (address: string) => this.#valueSet(path, address).document,
      concepts: (address: string, codes: readonly string[], systems: readonly string[]) => {
        const { byCode } = this.#valueSet(path, address);
        return codes.flatMap((code) =>
          (byCode.get(code) ?? []).filter((concept) => systems.includes(attributeOf(concept, 'codeSystem') ?? '\0')),
        );
      },
    };
    return { ...ready, run: await runSchema(ready.compiled, tree.document, surroundings, cancellation) };
  }

  async #load(): Promise<void> {
    const files = await controlFiles(this.folder.path);
    for (const path of this.folder.files.keys()) {
      if (!/\.(?:sch|xsd)$/i.test(path)) continue;
      const bytes = await files.read(path);
      if (bytes !== undefined) this.#bytes.set(path, bytes);
    }
  }

  async #againstSchema(
    bytes: Uint8Array,
    tree: XmlTree,
    root: XmlNode,
    unverified: Unverified,
  ): Promise<{ schema?: NonNullable<CdaControl['schema']>; failures: readonly CdaFailure[] }> {
    const file = schemaFile(this.folder.files.keys());
    if (file === undefined) {
      unverified.add('schemaAbsent', 'infrastructure/cda/CDA_extended.xsd');
      return { failures: [] };
    }
    this.#schema ??= readCdaSchema(
      file,
      this.#digestOf([...this.#bytes.keys()].filter((path) => /\.xsd$/i.test(path))),
      this.#bytes,
    );
    const schema = await this.#schema;
    if (!schema) {
      unverified.add('schemaDamaged', file);
      return { failures: [] };
    }
    // Inside a style sheet, the document is a part of another one.
    const found = schema.errors(bytes, root.parentNode?.nodeType === kinds.document);
    if (!found) {
      unverified.add('damaged');
      return { failures: [] };
    }
    const failures = found.map((failure) => placed(failure, tree));
    return { schema: { file: schema.file, sha256: schema.sha256, errors: failures.length }, failures };
  }

  async #againstVolet(
    tree: XmlTree,
    root: XmlNode,
    unverified: Unverified,
    cancellation: Cancellation,
  ): Promise<{ volet?: NonNullable<CdaControl['volet']>; failures: readonly CdaFailure[] }> {
    const choice = chooseVolet(headerTemplates(root), this.#knownVolets());
    if (choice.kind === 'unknown') unverified.add('voletUnknown', ...choice.templates);
    if (choice.kind === 'version') unverified.add('versionUnknown', ...choice.volets.map(({ name }) => name));
    if (choice.kind !== 'chosen') return { failures: [] };
    if (!hasStructuredBody(root)) {
      unverified.add('unstructured', choice.volet.name);
      return { failures: [] };
    }
    const { compiled, sha256, run } = await this.run(choice.volet.path, tree, cancellation);
    for (const { kind, name } of compiled.schema.gaps) unverified.add(gapReason[kind], name);
    if (compiled.rules.length === 0) return { failures: [] };
    for (const { reason, detail, assertion } of run.notEvaluable) {
      unverified.add(reason, reason === 'valueSet' ? detail : assertion.source.test.replace(/\s+/g, ' ').trim());
    }
    if (run.stopped) unverified.add('stopped', choice.volet.name);
    return {
      volet: {
        name: choice.volet.name,
        sha256,
        assertions: compiled.assertions.length,
        notEvaluable: run.notEvaluable.length,
        applied: run.applied,
        failed: run.failures.length,
      },
      failures: failuresOf(run, tree),
    };
  }

  #knownVolets(): readonly Volet[] {
    this.#volets ??= [...this.folder.files.keys()].flatMap((path) => {
      const name = voletName(path);
      return name === undefined ? [] : [readVolet(path, name, (file) => rootOf(this.#tree(file).tree))];
    });
    return this.#volets;
  }

  async #readyVolet(path: string): Promise<ReadyVolet> {
    const known = this.#ready.get(path);
    if (known) return known;
    const schema = readSchema(path, {
      read: (file) => {
        const { path: found, tree } = this.#tree(file);
        return typeof tree === 'string' ? tree : { path: found, root: tree };
      },
    });
    const compiled = compileSchema(schema);
    await this.#loadValueSets(path, compiled);
    const ready = { compiled, sha256: this.#digestOf(schema.files) };
    const [oldest] = this.#ready.keys();
    if (oldest !== undefined && this.#ready.size >= mostCompiled) this.#ready.delete(oldest);
    this.#ready.set(path, ready);
    return ready;
  }

  /** Sets of values that the schema names: an expression cannot wait for the disk. */
  async #loadValueSets(schemaPath: string, { schema, assertions }: CompiledSchema): Promise<void> {
    const texts = [...schema.variables.values(), ...assertions.map(({ test }) => test)];
    const addresses = new Set(
      texts.flatMap((text) => [...text.matchAll(/["']([^"'\n]+\.xml)["']/gi)].map(([, name = '']) => name)),
    );
    const files = await controlFiles(this.folder.path);
    for (const address of addresses) {
      const path = this.#find(resolved(schemaPath, address));
      if (path === undefined || this.#valueSets.has(path)) continue;
      const bytes = await files.read(path);
      this.#valueSets.set(path, bytes && valueSetIn(bytes));
    }
  }

  /** @throws NotEvaluable when it is absent, empty or damaged */
  #valueSet(schemaPath: string, address: string): ValueSet {
    const path = this.#find(resolved(schemaPath, address));
    const set = path === undefined ? undefined : this.#valueSets.get(path);
    if (!set) throw new NotEvaluable('valueSet', address);
    return set;
  }

  #tree(wanted: string): { readonly path: string; readonly tree: XmlNode | 'absent' | 'empty' | 'damaged' } {
    const path = this.#find(wanted) ?? wanted;
    const known = this.#trees.get(path);
    if (known !== undefined) return { path, tree: known };
    const bytes = this.#bytes.get(path);
    const tree = bytes === undefined ? 'absent' : readTree(bytes);
    this.#trees.set(path, tree);
    return { path, tree };
  }

  /** The file itself, or the only one whose name differs by case. */
  #find(path: string): string | undefined {
    if (this.folder.files.has(path)) return path;
    const [only, second] = this.#byCase.get(path.toLowerCase()) ?? [];
    return second === undefined ? only : undefined;
  }

  #digestOf(paths: readonly string[]): string {
    const digest = createHash('sha256');
    for (const path of [...paths].sort()) digest.update(`${path}\0${this.folder.files.get(path) ?? ''}\n`);
    return digest.digest('hex');
  }
}

/** Addresses of sets are relative to the schema that runs, whichever file they stand in. */
function resolved(schemaPath: string, address: string): string {
  return normalize(join(dirname(schemaPath), address));
}

function rootOf(tree: XmlNode | string): XmlNode | undefined {
  return typeof tree === 'string' ? undefined : tree;
}

function readTree(bytes: Buffer): XmlNode | 'empty' | 'damaged' {
  if (bytes.toString('utf8').trim() === '') return 'empty';
  try {
    return childElements(parseXmlTree(bytes).document)[0] ?? 'empty';
  } catch (error) {
    if (error instanceof UnreadableXml) return 'damaged';
    throw error;
  }
}

/** A set without any concept holds no value: an empty file, not a rule that nothing may meet. */
function valueSetIn(bytes: Buffer): ValueSet | undefined {
  try {
    const { document } = parseXmlTree(bytes);
    const byCode = conceptsByCode(document);
    return byCode.size === 0 ? undefined : { document, byCode };
  } catch (error) {
    if (error instanceof UnreadableXml) return undefined;
    throw error;
  }
}

function hasStructuredBody(root: XmlNode): boolean {
  return childElements(root).some(
    (child) =>
      child.localName === 'component' && childElements(child).some(({ localName }) => localName === 'structuredBody'),
  );
}

const gapReason: Readonly<Record<SchemaGap['kind'], CdaUnverifiedReason>> = {
  includeAbsent: 'includeAbsent',
  includeEmpty: 'includeEmpty',
  includeDamaged: 'includeDamaged',
  patternAbsent: 'patternAbsent',
  abstractAbsent: 'patternAbsent',
  tooMany: 'schematronDamaged',
  schemaDamaged: 'schematronDamaged',
};

/** One failure for each assertion and message, with the first node that it is about. */
function failuresOf({ failures }: SchemaRun, tree: XmlTree): CdaFailure[] {
  const byWords = new Map<string, { readonly first: SchemaFailure; others: number }>();
  for (const failure of failures) {
    const key = `${failure.assertion.index} ${failure.message}`;
    const known = byWords.get(key);
    if (known) known.others++;
    else byWords.set(key, { first: failure, others: 0 });
  }
  return [...byWords.values()].map(({ first, others }) => failureOf(first, others, tree));
}

function failureOf(
  { assertion, patternId, node, message }: SchemaFailure,
  others: number,
  { text }: XmlTree,
): CdaFailure {
  return {
    by: 'volet',
    message,
    ...(patternId !== '' && { pattern: patternId }),
    test: testOf(assertion),
    ...(assertion.source.role !== undefined && { role: assertion.source.role }),
    path: pathOf(node),
    ...positionAt(text, elementOf(node).offset),
    ...(others > 0 && { others }),
  };
}

function testOf({ source }: CompiledAssertion): string {
  return source.test.replace(/\s+/g, ' ').trim().slice(0, 1000);
}

// The library tells a path of positions and a line: our tree gives names and the column.
function placed(failure: CdaFailure, tree: XmlTree): CdaFailure {
  const node = failure.path === undefined ? undefined : nodeAt(tree.document, failure.path);
  if (!node) return failure;
  return { ...failure, path: pathOf(node), ...positionAt(tree.text, node.offset) };
}

function nodeAt(document: XmlNode, path: string): XmlNode | undefined {
  let node: XmlNode | undefined = document;
  for (const step of path.split('/').slice(1)) {
    const match = /^(?:([\w.-]+):)?([\w.*-]+)(?:\[(\d+)\])?$/.exec(step);
    if (!match || !node) return undefined;
    const [, prefix, name = '', position = '1'] = match;
    const wanted = prefix === undefined ? name : `${prefix}:${name}`;
    const fitting: XmlNode[] = childElements(node).filter(({ nodeName }) => name === '*' || nodeName === wanted);
    node = fitting[Number(position) - 1];
  }
  return node;
}

class Unverified {
  readonly #names = new Map<CdaUnverifiedReason, Set<string>>();

  add(reason: CdaUnverifiedReason, ...names: readonly string[]): void {
    const known = this.#names.get(reason) ?? new Set<string>();
    for (const name of names) known.add(name);
    this.#names.set(reason, known);
  }

  list(): CdaUnverified[] {
    return [...this.#names].map(([reason, names]) => ({
      reason,
      names: [...names].slice(0, mostNames).map((name) => name.slice(0, 300)),
    }));
  }
}
