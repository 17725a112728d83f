import type { IdentifierSighting } from '../../../core/evidence/inspection';
import { jsonIdentities } from './json-identities';
import type { Part } from './part';

/** What the JSON objects of a journal say, each on a line of its own, after a prefix or not. */
export interface JsonLines {
  /** With the line of the text, 1-based. */
  readonly identifiers: readonly IdentifierSighting[];
  /** `line` counts from 0. */
  readonly parts: readonly (Part & { readonly line: number })[];
  /** The text without the lines that were read, whose places stay. */
  readonly rest: string;
}

/** A line with what may be an object. */
const candidate = /^[^\r\n{]{0,500}(\{[^\r\n]*\})[^\r\n{}]{0,100}$/gm;
const longest = 1024 * 1024;

/** Reads the lines of a text that hold a JSON object. A line that does not parse stays in the text. */
export function jsonLines(text: string): JsonLines {
  const identifiers: IdentifierSighting[] = [];
  const parts: (Part & { readonly line: number })[] = [];
  let rest = '';
  let from = 0;
  let line = 0;
  let counted = 0;
  if (!text.includes('{"') && !text.includes('{ "')) return { identifiers, parts, rest: text };
  for (const match of text.matchAll(candidate)) {
    const [all, object = ''] = match;
    if (
      object.length > longest ||
      !object.includes('"') ||
      !/\d{13}|\d[ .-]\d\d|[A-Za-z0-9+/_-]{20}|\\u00/.test(object)
    )
      continue;
    const value = parsed(object);
    if (value === undefined) continue;
    line += ends(text, counted, match.index);
    counted = match.index;
    const found = jsonIdentities(value);
    // The place in the file is the line: the path would hide that the plain text says the same.
    for (const sighting of found.identifiers) identifiers.push(atLine(sighting, line + 1));
    for (const part of found.parts) parts.push({ ...part, line });
    const at = match.index + all.indexOf(object);
    rest += text.slice(from, at) + ' '.repeat(object.length);
    from = at + object.length;
  }
  return { identifiers, parts, rest: rest + text.slice(from) };
}

function atLine({ value, system, unnamed, key }: IdentifierSighting, line: number): IdentifierSighting {
  return { value, ...(system !== undefined && { system }), ...(unnamed && { unnamed }), ...(key && { key }), line };
}

function ends(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A SyntaxError: the line is searched as text.
    return undefined;
  }
}
