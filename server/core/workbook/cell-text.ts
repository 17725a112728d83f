/** Formatting tags that ANS's requirement tool leaves in its exports. Other `<…>` are content (`<identifiant>`),
 * `<s>…</s>` too: typed marks do not strike out, the format of a cell does. */
const formattingTag = /<\/?(?:u|b|i|em|strong|span|sub|sup|font)(?:\s[^<>]*)?>/gi;
const breakingTag = /<(?:br\/?|\/?p|\/?div|\/?ul|\/?ol|\/?li)(?:\s[^<>]*)?>/gi;

/** HTML entities of the same exports; `&amp;` comes last, so that nothing is decoded twice. */
const entities: readonly (readonly [RegExp, string])[] = [
  [/&nbsp;/gi, ' '],
  [/&lt;/gi, '<'],
  [/&gt;/gi, '>'],
  [/&quot;/gi, '"'],
  [/&#39;|&apos;/gi, "'"],
  [/&amp;/gi, '&'],
];

/** A free text cell: HTML leftovers and spaces at line ends removed, words and line breaks kept. */
export function cleanText(cell: string): string {
  const plain = cell.includes('<') ? cell.replace(breakingTag, '\n').replace(formattingTag, '') : cell;
  const decoded = plain.includes('&')
    ? entities.reduce((text, [entity, character]) => text.replace(entity, character), plain)
    : plain;
  return decoded
    .replace(/(?<![ \t\u00a0])[ \t\u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A one-line cell (id, name, word): every run of white space as one space, invisible characters removed. */
export function cleanWord(cell: string): string {
  return cell
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True for an empty cell and for the dashes (`---`) that stand for "same as above" or "nothing". */
export function isBlank(cell: string): boolean {
  return /^[\s\u200b\ufeff]*(?:[-\u2010-\u2015]+\s*)?$/.test(cell);
}

/** Lower case, without accents, punctuation or repeated spaces: what header names and vocabulary are compared by. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u200b-\u200d\u2060\ufeff]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
