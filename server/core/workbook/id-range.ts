import { cleanWord } from './cell-text';
import { looksLikeId } from './requirement-id';

/** What stands between the ends of a range: `A.01.01 à A.01.03`, `A.01.01 - 03`, `A.01.01…A.01.03`. Read in a clean word: single spaces. */
const between = / (?:à|a|au|jusqu['’]? ?(?:à|a|au)|to) | ?(?:\.{2,}|…|→|⇒|->|[-–—](?=[ A-Za-z])) ?/iu;
const number = /^(.*?[./_ -])(\d{1,3})([a-z]?)$/i;
/** A REM numbers some ten proofs under one scenario; more is no list that a cell stands for. */
const mostIds = 30;

export interface IdRange {
  /** All of them, where the ends tell: the same id but for a last number that grows. */
  readonly ids?: readonly string[];
}

/** The range of ids that a cell holds; undefined for a cell that holds none. */
export function idRange(cell: string): IdRange | undefined {
  const word = cleanWord(cell).replace(/^(?:de|du|from)\s+(?=\S*\d)/i, '');
  const [first, last, more] = word.split(between);
  if (first === undefined || last === undefined || more !== undefined) return undefined;
  if (!looksLikeId(first) || !/\d[a-z]?$/i.test(first)) return undefined;
  // `SSI/GEN.02 - BIS`: what follows is no number.
  if (!/^[.\s]*\d{1,3}[a-z]?$/i.test(last) && !(/^\S+$/.test(last) && /[./]/.test(last) && /\d[a-z]?$/i.test(last)))
    return undefined;
  const ids = idsBetween(first, last);
  return ids === undefined ? {} : { ids };
}

function idsBetween(first: string, last: string): string[] | undefined {
  const [, parent, from, letter] = number.exec(first) ?? [];
  if (parent === undefined || from === undefined || letter !== '') return undefined;
  // `A.01.01 à 03`, `A.01.01 à .03`: the parent is said once.
  const [, to] = /^[.\s]*(\d{1,3})$/.exec(last.startsWith(parent) ? last.slice(parent.length) : last) ?? [];
  if (to === undefined || to.length !== from.length) return undefined;
  const count = Number(to) - Number(from) + 1;
  if (count < 2 || count > mostIds) return undefined;
  return Array.from({ length: count }, (_, at) => parent + String(Number(from) + at).padStart(from.length, '0'));
}

/** Whether a cell that should hold one id holds several, or a range of them. */
export function holdsSeveralIds(cell: string): boolean {
  if (idRange(cell) !== undefined) return true;
  const parts = cell
    .split(/[\n\r;,]|\s(?:et|ou|[+&])(?=\s)/)
    .map(cleanWord)
    .filter((part) => part !== '');
  return new Set(parts).size > 1 && parts.every((part) => looksLikeId(part) && /[./]/.test(part));
}
