/** Commands that end a line or a cell; others stand inside of a line. */
const breaks = new Set(['par', 'line', 'row', 'page', 'sect']);
const windows1252 = new TextDecoder('windows-1252');

/**
 * The text of an RTF document (RTF 1.9.1): commands and the digits of pictures left out, letters in `\'e9` and `\u233?`
 * written. Titles, comments and hidden text stand in it as well.
 * @param rtf its bytes as characters
 */
export function rtfText(rtf: string): string {
  return rtf
    .replace(/\\bin\d[^\\}]*|(?<![A-Za-z])[0-9a-f\r\n]{256,}/gi, ' ')
    .replace(
      /\\'([0-9a-f]{2})|\\u(-?\d{1,5}) ?(?:\\'[0-9a-f]{2}|[^\\{}\r\n])?|\\([a-z]{1,32})-?\d{0,10} ?|\\([^a-z])|[{}\r\n]/gi,
      (
        _all,
        byte: string | undefined,
        code: string | undefined,
        command: string | undefined,
        symbol: string | undefined,
      ) => {
        if (byte !== undefined) return windows1252.decode(Uint8Array.of(Number.parseInt(byte, 16)));
        if (code !== undefined) return String.fromCharCode(Number(code) & 0xffff);
        if (command !== undefined)
          return breaks.has(command) ? '\n' : command === 'tab' || command === 'cell' ? '\t' : '';
        // `\~` is a space that does not break, `\_` a hyphen of that kind.
        if (symbol === '~') return '\u00a0';
        if (symbol === '_') return '-';
        return symbol === '\\' || symbol === '{' || symbol === '}' ? symbol : '';
      },
    );
}
