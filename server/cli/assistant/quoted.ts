import { stripVTControlCharacters } from 'node:util';
import { siretFault } from '../../core/identifiers/siret';
import { maskedText } from '../../core/rules/donnees/masked';
import { withoutHidden } from '../../core/text/hidden-characters';

/**
 * A text that comes from a file, or from whoever asked: data, never an instruction. Nothing of an answer that is not the tool's
 * own word stands outside of such an object.
 */
export interface Quoted {
  readonly quoted: string;
  /** It goes on. */
  readonly cut?: true;
}

/** Characters of a text that is shown. */
export const lengths = { id: 120, path: 400, line: 600, text: 3000 } as const;

/** Tags and rows of variation selectors: nobody sees them, and a whole sentence can be written in them. */
const smuggling = /[\u{e0000}-\u{e01ef}]|[\ufe00-\ufe0f]{2,}/gu;
/** Half a character: JSON would carry it on as an escape that not every reader takes. */
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text as a reader sees it: no escape sequence, no control, no sign of direction, nothing hidden. */
export function cleaned(text: string): string {
  return withoutHidden(stripVTControlCharacters(text.replace(halves, '\ufffd')))
    .replace(smuggling, '')
    .replace(/\r\n?/g, '\n');
}

/** A text of a file, cleaned and bounded, in which a number that may be an INS is masked. */
export function quote(text: string, most: number = lengths.line): Quoted {
  // What is cleaned grows no longer: of a huge text only the beginning is gone through.
  const beginning = text.slice(0, 8 * most);
  const clean = withoutIdentities(cleaned(beginning));
  if (clean.length <= most && beginning.length === text.length) return { quoted: clean };
  return { quoted: clean.slice(0, most).replace(/[\ud800-\udbff]$/, ''), cut: true };
}

/** A number of a company is none of a person, and is needed as it is. */
function withoutIdentities(text: string): string {
  return text
    .split(/((?<!\d)\d{14}(?!\d))/)
    .map((part, index) => (index % 2 === 1 && siretFault(part) === undefined ? part : maskedText(part)))
    .join('');
}

/** Texts of a list, of which only the first are told. */
export function quoteAll(texts: readonly string[], most: number = lengths.line): readonly Quoted[] {
  return texts.slice(0, mostInList).map((text) => quote(text, most));
}

/** Items of a list within an answer. */
export const mostInList = 40;

/** Keys for the optional parts of an answer: none where there is no text. */
export function quotedKey<Key extends string>(
  key: Key,
  text: string | undefined,
  most: number = lengths.line,
): { readonly [K in Key]?: Quoted } {
  return text === undefined || text === '' ? {} : ({ [key]: quote(text, most) } as { readonly [K in Key]: Quoted });
}
