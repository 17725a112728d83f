import { dirname, join, normalize } from 'node:path/posix';
import { attributeOf, childElements, kinds, type XmlNode } from './xml-tree';
import type { Assertion, MessagePart, Pattern, Rule, Schema, SchemaGap } from './schema';

const namespace = 'http://purl.oclc.org/dsdl/schematron';
const maxIncludes = 5000;
const maxDepth = 20;

/** What reading a schema asks for. */
export interface SchemaFiles {
  /**
   * Root of the document at a path relative to the user's folder.
   * @returns where it was found, for names of another case than the files'
   */
  read(path: string): { readonly path: string; readonly root: XmlNode } | 'absent' | 'empty' | 'damaged';
}

/**
 * Reads a schematron as ANS writes them: includes at every level, each relative to the file that names it; patterns made of
 * abstract ones by replacing text; abstract rules and variables of patterns seen in the whole schema.
 */
export function readSchema(path: string, files: SchemaFiles): Schema {
  return new SchemaReader(files).read(path);
}

/** An element with the file that it stands in, from which its own includes are found. */
interface Placed {
  readonly element: XmlNode;
  readonly file: string;
}

type Parameters = readonly (readonly [name: string, value: string])[];

class SchemaReader {
  readonly #gaps = new Map<string, SchemaGap>();
  readonly #files = new Set<string>();
  readonly #abstractPatterns = new Map<string, Placed>();
  readonly #abstractRules = new Map<string, Placed>();
  #includes = 0;

  constructor(readonly files: SchemaFiles) {}

  read(path: string): Schema {
    const main = this.files.read(path);
    this.#files.add(path);
    const empty = { namespaces: new Map<string, string>(), patterns: [], variables: new Map<string, string>() };
    if (typeof main === 'string' || !isNamed(main.root, 'schema')) {
      return { ...empty, gaps: [{ kind: 'schemaDamaged', name: path }], files: [path] };
    }
    const parts = this.#children({ element: main.root, file: main.path });
    const namespaces = new Map<string, string>();
    for (const { element } of parts) {
      if (isNamed(element, 'ns')) namespaces.set(value(element, 'prefix'), value(element, 'uri'));
    }
    const written = parts.filter(({ element }) => isNamed(element, 'pattern'));
    for (const part of written) this.#seeAbstract(part);
    const patterns = written.flatMap((part) => this.#pattern(part));
    const variables = new Map(this.#variables(parts));
    for (const pattern of patterns) for (const [name, text] of pattern.variables) variables.set(name, text);
    return {
      namespaces,
      patterns: this.#active(main.root, parts, patterns),
      variables,
      gaps: [...this.#gaps.values()],
      files: [...this.#files],
    };
  }

  /** Children of the schematron's namespace, each include replaced by what it names. */
  #children({ element, file }: Placed, depth = 0): Placed[] {
    return childElements(element).flatMap((child) => {
      if (!isNamed(child, 'include')) return [{ element: child, file }];
      const included = this.#included(value(child, 'href'), file, depth);
      return included ? [included] : [];
    });
  }

  #included(href: string, file: string, depth: number): Placed | undefined {
    if (++this.#includes > maxIncludes || depth > maxDepth) {
      this.#gap('tooMany', href);
      return undefined;
    }
    const [address = ''] = href.split('#', 1);
    const found = this.files.read(normalize(join(dirname(file), address)));
    if (typeof found === 'string') {
      this.#gap(found === 'absent' ? 'includeAbsent' : found === 'empty' ? 'includeEmpty' : 'includeDamaged', href);
      return undefined;
    }
    this.#files.add(found.path);
    // A file may hold nothing but another include.
    if (isNamed(found.root, 'include')) return this.#included(value(found.root, 'href'), found.path, depth + 1);
    return { element: found.root, file: found.path };
  }

  #seeAbstract(part: Placed): void {
    const { element } = part;
    if (attributeOf(element, 'abstract') === 'true') this.#abstractPatterns.set(value(element, 'id'), part);
    for (const child of this.#children(part)) {
      const isAbstract = isNamed(child.element, 'rule') && attributeOf(child.element, 'abstract') === 'true';
      if (isAbstract) this.#abstractRules.set(value(child.element, 'id'), child);
    }
  }

  #pattern(part: Placed): Pattern[] {
    const { element } = part;
    if (attributeOf(element, 'abstract') === 'true') return [];
    const id = value(element, 'id');
    const abstract = attributeOf(element, 'is-a');
    if (abstract === undefined) return [this.#filled(id, part, [])];
    const model = this.#abstractPatterns.get(abstract);
    if (!model) {
      this.#gap('abstractAbsent', abstract);
      return [];
    }
    const parameters = childElements(element)
      .filter((child) => isNamed(child, 'param'))
      .map((child) => [value(child, 'name').trim(), value(child, 'value')] as const)
      // `$path_jdv2` before `$path_jdv`.
      .sort(([one], [other]) => other.length - one.length);
    return [this.#filled(id, model, parameters)];
  }

  #filled(id: string, part: Placed, parameters: Parameters): Pattern {
    const children = this.#children(part);
    const rules = children.filter(
      ({ element }) => isNamed(element, 'rule') && attributeOf(element, 'abstract') !== 'true',
    );
    return {
      id,
      variables: new Map(this.#variables(children, parameters)),
      rules: rules.map((rule) => this.#rule(rule, parameters)),
    };
  }

  #rule(rule: Placed, parameters: Parameters): Rule {
    const variables = new Map<string, string>();
    const assertions: Assertion[] = [];
    this.#fillRule(rule, parameters, { variables, assertions }, 0);
    return { context: replaced(value(rule.element, 'context'), parameters), variables, assertions };
  }

  /** What a rule takes over from an abstract one stands where it says so. */
  #fillRule(
    rule: Placed,
    parameters: Parameters,
    into: { readonly variables: Map<string, string>; readonly assertions: Assertion[] },
    depth: number,
  ): void {
    const children = this.#children(rule);
    for (const [name, text] of this.#variables(children, parameters)) into.variables.set(name, text);
    for (const { element } of children) {
      if (isNamed(element, 'assert') || isNamed(element, 'report')) {
        into.assertions.push(assertionOf(element, parameters));
      } else if (isNamed(element, 'extends')) {
        const name = value(element, 'rule');
        const model = this.#abstractRules.get(name);
        if (!model) this.#gap('abstractAbsent', name);
        else if (depth > maxDepth) this.#gap('tooMany', name);
        else this.#fillRule(model, parameters, into, depth + 1);
      }
    }
  }

  #variables(parts: readonly Placed[], parameters: Parameters = []): [string, string][] {
    return parts
      .filter(({ element }) => isNamed(element, 'let'))
      .map(({ element }) => [value(element, 'name').trim(), replaced(value(element, 'value'), parameters)]);
  }

  #active(root: XmlNode, parts: readonly Placed[], patterns: readonly Pattern[]): readonly Pattern[] {
    const phase = attributeOf(root, 'defaultPhase');
    if (phase === undefined || phase === '#ALL') return patterns;
    const chosen = parts.find(({ element }) => isNamed(element, 'phase') && attributeOf(element, 'id') === phase);
    if (!chosen) return patterns;
    const wanted = new Set(
      this.#children(chosen)
        .filter(({ element }) => isNamed(element, 'active'))
        .map(({ element }) => value(element, 'pattern')),
    );
    const known = new Set(patterns.map(({ id }) => id));
    for (const id of wanted) {
      if (!known.has(id) && !this.#abstractPatterns.has(id)) this.#gap('patternAbsent', id);
    }
    return patterns.filter(({ id }) => wanted.has(id));
  }

  #gap(kind: SchemaGap['kind'], name: string): void {
    this.#gaps.set(`${kind} ${name}`, { kind, name });
  }
}

function assertionOf(element: XmlNode, parameters: Parameters): Assertion {
  const role = attributeOf(element, 'role');
  return {
    isReport: element.localName === 'report',
    test: replaced(value(element, 'test'), parameters),
    message: [...messageOf(element, parameters)],
    ...(role !== undefined && { role }),
  };
}

function* messageOf(element: XmlNode, parameters: Parameters): Generator<MessagePart> {
  for (const child of element.childNodes) {
    if (child.nodeType === kinds.text) yield { text: child.data };
    else if (child.nodeType !== kinds.element) continue;
    else if (child.localName === 'value-of') yield { select: replaced(value(child, 'select'), parameters) };
    else if (child.localName === 'name') yield { nameOf: replaced(attributeOf(child, 'path') ?? '.', parameters) };
    else yield* messageOf(child, parameters);
  }
}

/** Parameters of abstract patterns are text put in place of text. */
function replaced(text: string, parameters: Parameters): string {
  let result = text;
  for (const [name, replacement] of parameters) result = result.replaceAll(`$${name}`, () => replacement);
  return result;
}

function isNamed(element: XmlNode, name: string): boolean {
  return element.localName === name && element.namespaceURI === namespace;
}

function value(element: XmlNode, name: string): string {
  return attributeOf(element, name) ?? '';
}
