import { findIdentifiers } from '../../../core/evidence/find-identifiers';
import { namesIns } from '../../../core/evidence/identity-words';
import type { IdentifierSighting } from '../../../core/evidence/inspection';
import { cellsOf, textOf, wordsText, type PictureRow } from './picture-rows';
import type { PictureWord } from './picture-messages';

/** A label stands at most that many heights of a row above its field. */
const labelHeights = 3;
/** The head of a column begins where the column does, within that many heights. */
const columnHeights = 1.5;
/** What is said of a person beside the matricule: when they were born, how they are called. */
const personWords = /(?<![A-Za-zÀ-ÿ])(?:n[ée]e?\s*(?:\(e\)\s*)?le|naissance|pr[ée]noms?)(?![a-zà-ÿ])/i;
/** Between two rows that have nothing to do with each other: farther than a word qualifies a number. */
const farApart = `${' '.repeat(80)}\n`;

/**
 * INS and NIR in the rows of a picture. A number is named by words of its row, by the label above it or the head of its
 * column, or by a person's name or birth beside it; another one, whose key may be right by chance, is `unnamed`. What has no
 * key, or a wrong one, is left: a digit that was misread would make it.
 * @param where what the picture is called in its file, such as `page 2`; absent for a file that is the picture
 */
export function picturedIdentities(rows: readonly PictureRow[], where?: string): IdentifierSighting[] {
  const named = rows.map((row, at) => /\d/.test(textOf(row)) && (hasKeyWord(row) || isNamed(row, rows, at)));
  const texts = rows.map((row, at) => searchedText(textOf(row) + (named[at] ? continued(row, rows[at + 1]) : '')));
  const found: { readonly at: number; readonly sighting: IdentifierSighting }[] = [];
  texts.forEach((text, at) => {
    if (!named[at]) return;
    for (const sighting of findIdentifiers(text, undefined, { firstLine: null, context: 'INS' }))
      found.push({ at, sighting });
  });
  // Together, so that a screen full of such numbers is known for one.
  const others = texts.map((text, at) => (named[at] ? '' : text)).join(farApart);
  for (const { line = 1, ...sighting } of findIdentifiers(others, undefined)) found.push({ at: line - 1, sighting });
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.at - b.at)
    .flatMap(({ at, sighting }) => {
      const { value, system, unnamed, key } = sighting;
      if (key !== undefined || seen.has(value)) return [];
      seen.add(value);
      return [
        {
          value,
          ...(system !== undefined && { system }),
          ...(unnamed && { unnamed }),
          recognised: true as const,
          where: [where, placeOf(rows[at])].filter((part) => part !== undefined).join(', '),
        },
      ];
    });
}

/** Borders of a field are read as strokes and brackets; a key in a field of its own has its label before it. */
function searchedText(text: string): string {
  return text
    .replace(/[[\]{}|¦()]/g, ' ')
    .replace(/(?<=\d)[\s:;,.]*(?:cl[ée]f?|key)[\s:;,.]*(?=\d{2}(?!\d))/gi, ' ')
    .replace(/ {3,}/g, '  ');
}

/** The digits that a line break parted from those at the end of a row, behind a space; else nothing. */
function continued(row: PictureRow, next: PictureRow | undefined): string {
  if (!next || !isNear(next, row) || !/\d[AB]?$/.test(textOf(row))) return '';
  const digits = /^(?:\d{2,6}(?: |$))+/.exec(textOf(next))?.[0];
  return digits === undefined ? '' : ` ${digits.trim()}`;
}

/** Between digits, `clé` says that they are a matricule and its key. */
function hasKeyWord(row: PictureRow): boolean {
  return /\d[\s:;,.|[(]*(?:cl[ée]f?|key)\b/i.test(textOf(row));
}

function isNamed(row: PictureRow, rows: readonly PictureRow[], at: number): boolean {
  const own = textOf(row);
  if (namesIns(own) || personWords.test(own)) return true;
  const beside = [rows[at - 1], rows[at + 1]].filter((other) => other !== undefined && isNear(other, row));
  if (beside.some((other) => other && personWords.test(textOf(other)))) return true;
  return row.words.some((word) => /\d{2}/.test(word.text) && isNamedAbove(word, row, rows.slice(0, at)));
}

function isNear(other: PictureRow, row: PictureRow): boolean {
  return Math.abs(other.top - row.top) <= labelHeights * row.height;
}

/** By a cell that stands over the word, near it or at the head of its column. */
function isNamedAbove(word: PictureWord, row: PictureRow, above: readonly PictureRow[]): boolean {
  return above.some((other) =>
    cellsOf(other).some((cell) => {
      const [first, last] = [cell[0], cell.at(-1)];
      if (!first || !last || first.left > word.left + word.width || last.left + last.width < word.left) return false;
      const heads = Math.abs(first.left - word.left) <= columnHeights * row.height;
      return (heads || isNear(other, row)) && namesIns(wordsText(cell));
    }),
  );
}

/** `x 412, y 88`, in pixels. */
function placeOf(row: PictureRow | undefined): string | undefined {
  const first = row?.words.find(({ text }) => /\d{2}/.test(text)) ?? row?.words[0];
  return first && `x ${first.left}, y ${first.top}`;
}
