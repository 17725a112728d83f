import type { CdaControl, CdaFailure, CdaUnverifiedReason } from '../../core/evidence/cda-control';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { sha256Of } from '../files/digest-of';
import { failuresOf, placed } from './cda-failures';
import { readCdaSchema, schemaFile, type CdaSchema } from './cda-schema';
import { compileSchema, type CompiledSchema } from './compile-schema';
import { noFolder, type ControlFolder } from './control-folder';
import { FolderFiles } from './folder-files';
import { parseXmlTree, UnreadableXml } from './parse-xml-tree';
import { readSchema } from './read-schema';
import { runSchema, type SchemaRun } from './run-schema';
import type { SchemaGap } from './schema';
import { Unverified } from './unverified';
import { chooseVolet, clinicalDocumentIn, headerTemplates, readVolet, voletName, type Volet } from './volets';
import { attributeOf, childElements, kinds, type XmlNode, type XmlTree } from './xml-tree';

/** Failures that are told of one document; how many there are is told too. */
const mostFailures = 100;
/** Schemas that a thread keeps compiled. */
const mostCompiled = 12;

interface ReadyVolet {
  readonly compiled: CompiledSchema;
  readonly sha256: string;
}

/** Holds CDA documents against one state of the user's folder; what it compiles is kept for the next document. */
export class CdaController {
  readonly #files: FolderFiles;
  readonly #ready = new Map<string, ReadyVolet>();
  #volets: readonly Volet[] | undefined;
  #schema: Promise<CdaSchema | undefined> | undefined;

  constructor(readonly folder: ControlFolder) {
    this.#files = new FolderFiles(folder);
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
    await this.#files.ready();
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
    await this.#files.ready();
    const ready = await this.#readyVolet(path);
    const surroundings = {
      document: (address: string) => this.#files.valueSet(path, address).document,
      concepts: (address: string, codes: readonly string[], systems: readonly string[]) => {
        const { byCode } = this.#files.valueSet(path, address);
        return codes.flatMap((code) =>
          (byCode.get(code) ?? []).filter((concept) => systems.includes(attributeOf(concept, 'codeSystem') ?? '\0')),
        );
      },
    };
    return { ...ready, run: await runSchema(ready.compiled, tree.document, surroundings, cancellation) };
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
      this.#files.digestOf([...this.#files.bytes.keys()].filter((path) => /\.xsd$/i.test(path))),
      this.#files.bytes,
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
      return name === undefined ? [] : [readVolet(path, name, (file) => rootOf(this.#files.tree(file).tree))];
    });
    return this.#volets;
  }

  async #readyVolet(path: string): Promise<ReadyVolet> {
    const known = this.#ready.get(path);
    if (known) return known;
    const schema = readSchema(path, {
      read: (file) => {
        const { path: found, tree } = this.#files.tree(file);
        return typeof tree === 'string' ? tree : { path: found, root: tree };
      },
    });
    const compiled = compileSchema(schema);
    await this.#files.loadValueSets(path, compiled);
    const ready = { compiled, sha256: this.#files.digestOf(schema.files) };
    const [oldest] = this.#ready.keys();
    if (oldest !== undefined && this.#ready.size >= mostCompiled) this.#ready.delete(oldest);
    this.#ready.set(path, ready);
    return ready;
  }
}

function rootOf(tree: XmlNode | string): XmlNode | undefined {
  return typeof tree === 'string' ? undefined : tree;
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
