import { contextPaths, type ContextPath } from './rule-context';
import type { Assertion, MessagePart, Pattern, Rule, Schema } from './schema';
import { withIndexedConcepts } from './xpath';

/** A schema made ready to run on any number of documents. */
export interface CompiledSchema {
  readonly schema: Schema;
  readonly rules: readonly CompiledRule[];
  /** Positions in `rules`, by what the last step of their context asks for; see {@link elementKey}. */
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  /** Of those that any element, attribute or document may be the subject of. */
  readonly others: readonly number[];
  readonly assertions: readonly CompiledAssertion[];
  /** Whether some rule may be about an attribute. */
  readonly wantsAttributes: boolean;
}

export interface CompiledRule {
  /** Number of its pattern: of its rules, the first that fits a node counts. */
  readonly pattern: number;
  readonly patternId: string;
  /** Undefined where its nodes have to be searched by {@link search}. */
  readonly paths: readonly ContextPath[] | undefined;
  readonly search: string;
  /** Declarations that conditions of the context need, to be put before each. */
  readonly bound: (expression: string) => string;
  readonly assertions: readonly CompiledAssertion[];
}

export interface CompiledAssertion {
  /** Position among the assertions of the schema. */
  readonly index: number;
  readonly source: Assertion;
  /** The test with the variables that it needs. */
  readonly test: string;
  readonly message: readonly MessagePart[];
}

export function compileSchema(schema: Schema): CompiledSchema {
  const assertions: CompiledAssertion[] = [];
  const rules = schema.patterns.flatMap((pattern, number) =>
    pattern.rules.map((rule) => compileRule(schema, pattern, number, rule, assertions)),
  );
  const byKey = new Map<string, number[]>();
  const others: number[] = [];
  for (const [index, rule] of rules.entries()) {
    const keys = keysOf(rule);
    if (!keys) others.push(index);
    else for (const key of new Set(keys)) byKey.set(key, [...(byKey.get(key) ?? []), index]);
  }
  const wantsAttributes = rules.some(({ paths }) => paths === undefined || paths.some(([step]) => step?.isAttribute));
  return { schema, rules, byKey, others, assertions, wantsAttributes };
}

/** Under which a rule about elements of that name is found. */
export function elementKey(localName: string): string {
  return `e ${localName}`;
}

/** Under which a rule about elements with such a template is found. */
export function templateKey(root: string): string {
  return `t ${root}`;
}

function compileRule(
  schema: Schema,
  pattern: Pattern,
  number: number,
  rule: Rule,
  all: CompiledAssertion[],
): CompiledRule {
  const bound = binder(schema, pattern, rule);
  const ready = (expression: string): string => bound(withIndexedConcepts(expression, schema.namespaces));
  const assertions = rule.assertions.map((source) => {
    const message = source.message.map((part) => ('select' in part ? { select: ready(part.select) } : part));
    const assertion = { index: all.length, source, test: ready(source.test), message };
    all.push(assertion);
    return assertion;
  });
  const outside = binder(schema, pattern, undefined);
  return {
    pattern: number,
    patternId: pattern.id,
    paths: contextPaths(rule.context, schema.namespaces),
    search: outside(searchOf(rule.context)),
    bound: outside,
    assertions,
  };
}

/** Nodes anywhere in the document that a context may mean. */
function searchOf(context: string): string {
  const relative = context.trim().startsWith('/') ? context : `//(${context})`;
  return `(${relative})`;
}

/** Undefined where any node may be meant. */
function keysOf({ paths }: CompiledRule): string[] | undefined {
  const keys: string[] = [];
  for (const path of paths ?? [undefined]) {
    const step = path?.[0];
    if (!step || step.isAttribute) return undefined;
    const template = step.predicates.find(
      ({ needs }) => needs?.childName === 'templateId' && needs.attribute === 'root',
    );
    if (template?.needs) keys.push(templateKey(template.needs.value));
    else if (step.localName === '*') return undefined;
    else keys.push(elementKey(step.localName));
  }
  return keys;
}

const literal = /^\s*(?:'[^']*'|"[^"]*"|\d+)\s*$/;

/**
 * Declares in an expression itself the variables that it uses, and no others: values never pass through JavaScript, where
 * several nodes would become one array. What the schema declares outside of rules is about the document.
 */
function binder(schema: Schema, pattern: Pattern, rule: Rule | undefined): (expression: string) => string {
  return (expression) => {
    const declarations = new Map<string, string>();
    const open = new Set<string>();
    const declare = (text: string): void => {
      for (const [, name = ''] of text.matchAll(/\$([\p{L}\p{N}_.-]+)/gu)) {
        if (declarations.has(name) || open.has(name)) continue;
        const own = rule?.variables.get(name);
        const value = own ?? pattern.variables.get(name) ?? schema.variables.get(name);
        if (value === undefined) continue;
        open.add(name);
        const ready = withIndexedConcepts(value, schema.namespaces);
        declare(ready);
        open.delete(name);
        declarations.set(name, own !== undefined || literal.test(value) ? `(${ready})` : `root(.)/(${ready})`);
      }
    };
    declare(expression);
    if (declarations.size === 0) return expression;
    const lets = [...declarations].map(([name, value]) => `$${name} := ${value}`);
    return `let ${lets.join(', ')} return (${expression})`;
  };
}
