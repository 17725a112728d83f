import { fnv1a, normaliseText } from '../catalogue/fingerprint';
import { plainWords } from './cell-text';

/** An entry under an id that the workbook may print for others too. */
export interface Namesake {
  /** The id as the workbook prints it. */
  readonly printed: string;
  /** Words that may tell it from the others, the first that does is taken: profile, chapter, scenario. Any text. */
  readonly words: readonly string[];
  /** What it asks, in words. */
  readonly text: string;
  /** All that makes it another entry than its namesakes; tells apart those that ask the same in the same words. */
  readonly content: string;
}

/** The words of a key are read in trees and file names, beside the id. */
const longestWord = 24;

/**
 * The form in which a workbook's ids are the same one: printed with other letter case or spaces, an id is not another.
 */
export function foldedId(id: string): string {
  return id
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '')
    .toUpperCase();
}

/**
 * Keys of entries: the printed id where it is the only one; else the printed id, `~`, and the first of its words that no
 * namesake has, or the first four hexadecimal digits of its text's fingerprint. No namesake keeps the bare id: which of
 * them a dossier meant before there were several is not known, and a revision that adds or removes one must not hand the
 * evidence of one to another. Nothing depends on the order of the entries.
 *
 * @returns one key for each entry, in their order, all different
 */
export function keysOf(entries: readonly Namesake[]): string[] {
  const groups = new Map<string, number[]>();
  entries.forEach(({ printed }, at) => {
    const group = groups.get(foldedId(printed));
    if (group) group.push(at);
    else groups.set(foldedId(printed), [at]);
  });
  const keys = entries.map(({ printed }) => printed);
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const members = group.flatMap((at) => entries[at] ?? []);
    const words = suffixesOf(members);
    group.forEach((at, i) => (keys[at] = `${keys[at] ?? ''}~${words[i] ?? ''}`));
  }
  return keys;
}

/** A word of a key: ASCII, lower case, digits and hyphens. */
export function keyWord(text: string): string {
  const word = plainWords(text).replaceAll(' ', '-');
  if (word.length <= longestWord) return word;
  const end = word.lastIndexOf('-', longestWord);
  return word.slice(0, end > 0 ? end : longestWord);
}

/** What tells each of a group of namesakes from the others. */
function suffixesOf(group: readonly Namesake[]): string[] {
  const words = group.map(({ words: own }) => own.map(keyWord));
  const holders = countOf(words.flatMap((own) => [...new Set(own)]));
  const suffixes = words.map((own) => own.find((word) => word !== '' && holders.get(word) === 1));
  const forms = [
    ({ text }: Namesake) => hexadecimal(text).slice(0, 4),
    ({ content }: Namesake) => hexadecimal(content).slice(0, 4),
    ({ text, content }: Namesake) => hexadecimal(text) + hexadecimal(content),
  ];
  for (const form of forms) {
    const prints = group.map((entry, i) => (suffixes[i] === undefined ? form(entry) : undefined));
    const times = countOf([...prints, ...suffixes].flatMap((one) => one ?? []));
    prints.forEach((print, i) => {
      if (print !== undefined && times.get(print) === 1) suffixes[i] = print;
    });
  }
  return suffixes.map((suffix, i) => suffix ?? rankIn(group, i));
}

/** Fingerprints alike, by chance: told apart by the rank of their contents. */
function rankIn(group: readonly Namesake[], at: number): string {
  const contents = group.map(({ content }) => content);
  const rank = contents.filter((one) => one < (contents[at] ?? '')).length;
  return `n${rank + 1}`;
}

function countOf(all: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const one of all) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
}

function hexadecimal(text: string): string {
  return fnv1a(normaliseText(text)).toString(16).padStart(8, '0');
}
