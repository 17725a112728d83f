import { isMap, isSeq, type YAMLSeq } from 'yaml';
import type { Verification } from './facts-file';
import { parseBoundedDocument } from '../text/bounded-yaml';
import { groupOf } from '../text/group-of';
import { rangeOfNode } from '../text/yaml-node';
import { readFacts } from './read-facts';

/** What came of it: the new text of the package, or why it stays as it is. */
export type WrittenVerification = { readonly text: string } | { readonly refused: 'broken' | 'form' };

/**
 * Writes who read a fact at its source, and when, in a data package; comments and layout stay. What was written of the same
 * fact before is replaced.
 * @param text of the package; undefined where there is none yet
 * @param origine of a package that is made
 */
export function writeVerification(
  text: string | undefined,
  verification: Verification,
  origine: string,
): WrittenVerification {
  const line = inline(verification);
  if (text === undefined || text.replace(/^\uFEFF/, '').trim() === '')
    return checked(`version: '1'\norigine: ${quoted(origine)}\nverifications:\n  - ${line}\n`, verification);
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  // Parsed only once it was read, and so found to be bounded.
  const root = readFacts(text).file ? parseBoundedDocument(text.slice(mark)).contents : undefined;
  if (!isMap(root)) return { refused: 'broken' };
  const list = root.get('verifications', true);
  const eol = /\r\n/.test(text) ? '\r\n' : '\n';
  if (list === undefined) {
    if (root.flow === true) return { refused: 'form' };
    const gap = text.endsWith('\n') ? '' : eol;
    return checked(`${text}${gap}verifications:${eol}  - ${line}${eol}`, verification);
  }
  if (!isSeq(list) || list.flow === true) return { refused: 'form' };
  const edit = place(list, verification.fait, text.slice(mark));
  if (!edit) return { refused: 'form' };
  const [start, end] = [edit.start + mark, edit.end + mark];
  const added = edit.indent === undefined ? line : `${eol}${edit.indent}- ${line}`;
  return checked(`${text.slice(0, start)}${added}${text.slice(end)}`, verification);
}

/** Where the item goes: in the place of the one of the same fact, or after the last. */
function place(
  list: YAMLSeq,
  fact: string,
  text: string,
): { readonly start: number; readonly end: number; readonly indent?: string } | undefined {
  let last: { readonly start: number; readonly end: number } | undefined;
  for (const item of list.items) {
    // An alias, say: what it stands for is written elsewhere.
    const range = isMap(item) ? rangeOfNode(item) : undefined;
    if (!isMap(item) || !range) return undefined;
    last = { start: range.start, end: trimmedEnd(text, range.start, range.end) };
    if (item.get('fait') === fact) return last;
  }
  if (!last) return undefined;
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
  const indent = groupOf(/^[ \t]*/.exec(text.slice(lineStart)), 0);
  // A comment behind the last item stays with it.
  const lineEnd = text.slice(last.end).search(/\r?\n|$/);
  return { start: last.end + lineEnd, end: last.end + lineEnd, indent };
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** Nothing is written that would not be read back as it was meant. */
function checked(text: string, verification: Verification): WrittenVerification {
  const found = readFacts(text).file?.verifications?.filter(({ fait }) => fait === verification.fait) ?? [];
  const [only] = found;
  const keys = ['valeur', 'verifie_le', 'par'] as const;
  return found.length === 1 && only && keys.every((key) => only[key] === verification[key])
    ? { text }
    : { refused: 'form' };
}

function inline({ fait, valeur, verifie_le, par }: Verification): string {
  return `{ fait: ${quoted(fait)}, valeur: ${quoted(valeur)}, verifie_le: ${verifie_le}, par: ${quoted(par)} }`;
}

/** Double quotes take any character; most texts need none but single ones. */
function quoted(text: string): string {
  return /[\p{Cc}\u2028\u2029]/u.test(text) ? JSON.stringify(text) : `'${text.replace(/'/g, "''")}'`;
}
