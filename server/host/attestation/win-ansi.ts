/** Characters 0x80 to 0x9F of WinAnsi; those it leaves unused are spaces here and never written. */
const high = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** What stands for characters that texts of the field use and WinAnsi has not. */
const substitutes: Readonly<Record<string, string>> = {
  '\u2009': ' ',
  '\u200b': '',
  '\u202f': '\u00a0',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '–',
  '\u2032': '’',
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '→': '->',
  '⇒': '=>',
  '←': '<-',
  '−': '-',
  '✓': 'x',
  '✔': 'x',
  '□': '[ ]',
  '☐': '[ ]',
  '☑': '[x]',
  '●': '•',
  '▪': '•',
  '\ufeff': '',
};

/**
 * A text in characters that the standard fonts of PDF can show: accents composed, look-alikes substituted, the rest as `?`.
 * @returns the characters that had to become `?`, each once, so that the user can be told
 */
export function winAnsiText(text: string): { readonly text: string; readonly lost: readonly string[] } {
  const lost = new Set<string>();
  const shown = Array.from(text.normalize('NFC').replace(/\t/g, ' '), (character) => {
    if (isWinAnsi(character) || character === '\n') return character;
    const instead = substitutes[character] ?? decomposed(character);
    if (instead !== undefined) return instead;
    lost.add(character);
    return '?';
  });
  return { text: shown.join(''), lost: [...lost] };
}

/** One byte a character; only for text that `winAnsiText` made. */
export function winAnsiBytes(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text), (character) => {
    const index = character === ' ' ? -1 : high.indexOf(character);
    return index >= 0 ? 0x80 + index : character.charCodeAt(0);
  });
}

function isWinAnsi(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff) || high.includes(character);
}

/** `ﬁ` as `fi`, `Ａ` as `A`, `ő` as `o`. */
function decomposed(character: string): string | undefined {
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain !== '' && Array.from(plain).every(isWinAnsi) ? plain : undefined;
}
