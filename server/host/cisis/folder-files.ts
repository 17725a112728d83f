import { createHash } from 'node:crypto';
import { dirname, join, normalize } from 'node:path/posix';
import type { CompiledSchema } from './compile-schema';
import { controlFiles, type ControlFolder } from './control-folder';
import { parseXmlTree, UnreadableXml } from './parse-xml-tree';
import { conceptsByCode } from './run-schema';
import { childElements, type XmlNode } from './xml-tree';
import { NotEvaluable } from './xpath';

/** Concepts that a schema names in a file of its own. */
export interface ValueSet {
  readonly document: XmlNode;
  readonly byCode: ReadonlyMap<string, readonly XmlNode[]>;
}

/** The files of one state of the user's folder, as schemas name them; what is read is kept. */
export class FolderFiles {
  readonly #folder: ControlFolder;
  readonly #bytes = new Map<string, Buffer>();
  readonly #trees = new Map<string, XmlNode | 'absent' | 'empty' | 'damaged'>();
  /** Paths by their form in lower case: names on Windows differ by case from what schemas say. */
  readonly #byCase = new Map<string, string[]>();
  readonly #valueSets = new Map<string, ValueSet | undefined>();
  #loaded: Promise<void> | undefined;

  constructor(folder: ControlFolder) {
    this.#folder = folder;
    for (const file of folder.files.keys()) {
      const lower = file.toLowerCase();
      this.#byCase.set(lower, [...(this.#byCase.get(lower) ?? []), file]);
    }
  }

  /** Reads the schemas and schematrons, once. */
  async ready(): Promise<void> {
    this.#loaded ??= this.#load();
    await this.#loaded;
  }

  /** Schemas and schematrons, by path; once they are {@link ready}. */
  get bytes(): ReadonlyMap<string, Buffer> {
    return this.#bytes;
  }

  /** Sets of values that the schema names: an expression cannot wait for the disk. */
  async loadValueSets(schemaPath: string, { schema, assertions }: CompiledSchema): Promise<void> {
    const texts = [...schema.variables.values(), ...assertions.map(({ test }) => test)];
    const addresses = new Set(
      texts.flatMap((text) => [...text.matchAll(/["']([^"'\n]+\.xml)["']/gi)].map(([, name = '']) => name)),
    );
    const files = await controlFiles(this.#folder.path);
    for (const address of addresses) {
      const path = this.#find(resolved(schemaPath, address));
      if (path === undefined || this.#valueSets.has(path)) continue;
      const bytes = await files.read(path);
      this.#valueSets.set(path, bytes && valueSetIn(bytes));
    }
  }

  /** @throws NotEvaluable when it is absent, empty or damaged */
  valueSet(schemaPath: string, address: string): ValueSet {
    const path = this.#find(resolved(schemaPath, address));
    const set = path === undefined ? undefined : this.#valueSets.get(path);
    if (!set) throw new NotEvaluable('valueSet', address);
    return set;
  }

  /** A schematron or what it includes; once they are {@link ready}. */
  tree(wanted: string): { readonly path: string; readonly tree: XmlNode | 'absent' | 'empty' | 'damaged' } {
    const path = this.#find(wanted) ?? wanted;
    const known = this.#trees.get(path);
    if (known !== undefined) return { path, tree: known };
    const bytes = this.#bytes.get(path);
    const tree = bytes === undefined ? 'absent' : readTree(bytes);
    this.#trees.set(path, tree);
    return { path, tree };
  }

  /** One digest of these files, hexadecimal. */
  digestOf(paths: readonly string[]): string {
    const digest = createHash('sha256');
    for (const path of [...paths].sort()) digest.update(`${path}\0${this.#folder.files.get(path) ?? ''}\n`);
    return digest.digest('hex');
  }

  async #load(): Promise<void> {
    const files = await controlFiles(this.#folder.path);
    for (const path of this.#folder.files.keys()) {
      if (!/\.(?:sch|xsd)$/i.test(path)) continue;
      const bytes = await files.read(path);
      if (bytes !== undefined) this.#bytes.set(path, bytes);
    }
  }

  /** The file itself, or the only one whose name differs by case. */
  #find(path: string): string | undefined {
    if (this.#folder.files.has(path)) return path;
    const [only, second] = this.#byCase.get(path.toLowerCase()) ?? [];
    return second === undefined ? only : undefined;
  }
}

/** Addresses of sets are relative to the schema that runs, whichever file they stand in. */
function resolved(schemaPath: string, address: string): string {
  return normalize(join(dirname(schemaPath), address));
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
