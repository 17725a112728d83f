import { groupOf } from './group-of';
import type { OffsetRange } from './offset-range';

/** White space that looks like a space and is none to YAML: no-break, typographic and zero-width ones. A tab has its own rules. */
const odd = '\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u2060\\u3000\\ufeff';
const oddRun = new RegExp(`[${odd}]+`, 'g');
const anyOdd = new RegExp(`[${odd}]`);

/** Where YAML wants a space or nothing: in the margin, behind a dash, before and behind the colon of a line's first key. */
const margin = new RegExp(`^ *(?:- +)*([${odd}][${odd} ]*)`);
const dash = new RegExp(`^ *(?:- +)*-([${odd}][${odd} ]*)`);
const key = `(?:"[^"]*"|'[^']*'|[^\\s${odd}:#"'\\[{&*!|>%@\`-](?:[^:#]*[^ ${odd}:#])?)`;
const colon = new RegExp(`^[ ${odd}]*(?:-[ ${odd}]+)*${key}([ ${odd}]*):(?:([ ${odd}]*[${odd}][ ${odd}]*)|(?= |$))`);

/** The odd spaces at both ends of a plain key, and behind its dash; places are counted from its start. */
const oddKey = new RegExp(`^-?[${odd}]|[${odd}]$`);

export function hasOddSpace(text: string): boolean {
  return anyOdd.test(text);
}

/** Odd spaces around a plain key, which no key of ours has. */
export function oddSpacesOfKey(text: string): OffsetRange[] {
  if (!oddKey.test(text)) return [];
  const found: OffsetRange[] = [];
  for (const { 0: run, index } of text.matchAll(oddRun)) {
    const leads = /^-?\s*$/.test(text.slice(0, index));
    if (leads || text.slice(index).trim() === '') found.push({ start: index, end: index + run.length });
  }
  return found;
}

/**
 * Odd spaces in the structure of the lines that some stretches of a text touch, and of the line before each. Texts between
 * `|` or `>` and the end of their indentation are not structure, nor are comments.
 */
export function oddSpacesAround(text: string, stretches: readonly OffsetRange[]): OffsetRange[] {
  const windows = stretches
    .map(({ start, end }) => ({ start: text.lastIndexOf('\n', text.lastIndexOf('\n', start - 1) - 1) + 1, end }))
    .sort((a, b) => b.start - a.start);
  const found: OffsetRange[] = [];
  let window = windows.pop();
  let until = -1;
  let block = -1;
  let at = 0;
  for (const line of text.split('\n')) {
    for (; window && window.start <= at; window = windows.pop()) until = Math.max(until, window.end);
    const indent = groupOf(/^ */.exec(line), 0).length;
    const blank = /^[ \r]*$/.test(line);
    if (!blank && indent <= block) block = -1;
    if (block < 0 && at <= until && !/^\s*#/.test(line)) {
      for (const { index, length } of placesOn(line)) found.push({ start: at + index, end: at + index + length });
    }
    if (block < 0 && !blank && /(?:^|[:-] +)[|>][+-]?\d?[+-]?\s*(?: #.*)?\r?$/.test(line)) block = indent;
    at += line.length + 1;
  }
  return found;
}

/** The text with ordinary spaces in these places: every other place is where it was. */
export function withSpaces(text: string, places: readonly OffsetRange[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    result += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}

function placesOn(line: string): { readonly index: number; readonly length: number }[] {
  if (!hasOddSpace(line)) return [];
  const places: { readonly index: number; readonly length: number }[] = [];
  const add = (group: string, index: number): void => {
    for (const run of group.matchAll(oddRun)) places.push({ index: index + run.index, length: run[0].length });
  };
  for (const pattern of [margin, dash]) {
    const match = pattern.exec(line);
    if (match) add(groupOf(match, 1), match[0].length - groupOf(match, 1).length);
  }
  const match = colon.exec(line);
  if (match) {
    const [whole, before, behind] = [match[0], groupOf(match, 1), groupOf(match, 2)];
    add(behind, whole.length - behind.length);
    add(before, whole.length - behind.length - 1 - before.length);
  }
  const seen = new Set<number>();
  return places.filter(({ index }) => !seen.has(index) && seen.add(index));
}
