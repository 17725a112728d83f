import { isAlias, isScalar, isSeq, type ParsedNode } from 'yaml';
import { isEmptyNode, type EntryPath, type EntryYaml } from './entry-yaml';

/** What an entry says, whatever its style: what an edit must have changed, and nothing else, is held against it. */
type Plain = string | null | { readonly alias: string } | readonly Plain[] | PlainMap;

/** Keys in no order; one that is written twice stands twice. */
interface PlainMap {
  readonly pairs: readonly (readonly [key: string, value: Plain])[];
}

/** What is written in an entry becomes, at the end of a path: a text, a list of texts, or nothing. */
export interface AskedChange {
  readonly path: EntryPath;
  readonly value: string | readonly string[] | ItemMore | undefined;
}

/** An item more at the end of a list, which may be missing. */
export interface ItemMore {
  readonly item: readonly (readonly [key: string, value: string])[];
}

/** Whether an entry says after an edit what it said before, but for what was asked. */
export function isAsAsked(before: EntryYaml, after: EntryYaml, asked: readonly AskedChange[]): boolean {
  if (!before.top || !after.top) return false;
  const expected = asked.reduce<Plain>(
    (said, { path, value }) => changed(said, path, value),
    plainOf(before.top.value),
  );
  return textOf(expected) === textOf(plainOf(after.top.value)) && keyText(before) === keyText(after);
}

function keyText({ top }: EntryYaml): string {
  return isScalar(top?.key) ? String(top.key.value) : '';
}

function plainOf(node: ParsedNode | null): Plain {
  if (isEmptyNode(node)) return null;
  if (isAlias(node)) return { alias: node.source };
  if (isScalar(node)) return String(node.value);
  if (isSeq(node)) return node.items.map(plainOf);
  return {
    pairs: node.items.map(({ key, value }) => [
      isScalar(key) ? String(key.value) : JSON.stringify(key),
      plainOf(value),
    ]),
  };
}

function changed(said: Plain, path: EntryPath, value: AskedChange['value']): Plain {
  const [step, ...rest] = path;
  if (step === undefined)
    return isItem(value) ? [...(isPlainList(said) ? said : []), { pairs: value.item }] : (value ?? null);
  if (typeof step === 'number') {
    if (!isPlainList(said)) return said;
    const items = said;
    if (rest.length === 0 && value === undefined) return items.filter((_, index) => index !== step);
    return items.map((item, index) => (index === step ? changed(item, rest, value) : item));
  }
  const pairs = isPlainMap(said) ? said.pairs : [];
  const at = pairs.findIndex(([key]) => key === step);
  if (at < 0 && value === undefined) return said;
  if (at < 0) return { pairs: [...pairs, [step, changed(null, rest, value)]] };
  if (rest.length === 0 && value === undefined) return { pairs: pairs.filter((_, index) => index !== at) };
  return { pairs: pairs.map(([key, old], index) => [key, index === at ? changed(old, rest, value) : old]) };
}

function isItem(value: AskedChange['value']): value is ItemMore {
  return typeof value === 'object' && 'item' in value;
}

function isPlainList(said: Plain): said is readonly Plain[] {
  return Array.isArray(said);
}

function isPlainMap(said: Plain): said is PlainMap {
  return typeof said === 'object' && said !== null && 'pairs' in said;
}

/** Keys that say nothing when nothing stands under them: they go with the last that did. */
const saysNothingEmpty: ReadonlySet<string> = new Set(['suivi', 'revue', 'non_applicable', 'etapes_faites']);

/** One text for what says the same. */
function textOf(said: Plain, isLoose = false): string {
  // A key alone stands for an empty list, or mapping, that is to be filled.
  if (said === null || (isPlainList(said) && said.length === 0)) return 'null';
  if (typeof said === 'string') return JSON.stringify(said);
  if (isPlainList(said)) return `[${said.map((one) => textOf(one)).join()}]`;
  if (!isPlainMap(said)) return `*${said.alias}`;
  const pairs = said.pairs.flatMap(([key, value]) => {
    const isOpen = isLoose || saysNothingEmpty.has(key);
    const text = textOf(value, isOpen);
    return isOpen && text === 'null' ? [] : [`${JSON.stringify(key)}:${text}`];
  });
  return pairs.length === 0 ? 'null' : `{${pairs.sort().join()}}`;
}
