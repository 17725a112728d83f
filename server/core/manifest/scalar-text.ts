/** Safe without quotes anywhere, flow collections included. */
const plain = /^[\p{L}\p{N}_./][^:#,[\]{}&*!|>'"%@`\p{Cc}\u2028\u2029\ufeff]*$/u;
/** What other YAML tools would take for a number, a date or a keyword. */
const otherThanText =
  /^(?:[-+]?[\d._]+(?:e[-+]?\d+)?|0[xo][\da-f]+|\d{4}-\d\d?-\d\d?.*|null|true|false|yes|no|on|off|y|n)$/i;

/**
 * YAML source of a value.
 * @param like the source that it replaces: its way of quoting is kept
 */
export function scalarText(value: string, like = ''): string {
  if (like.startsWith('"')) return doubleQuoted(value);
  if (like.startsWith("'") && isPrintable(value)) return `'${value.replaceAll("'", "''")}'`;
  return keyText(value);
}

/**
 * YAML source of a key: as it is where that is safe, else quoted. `1.1` and `1.10` are two keys for us and one number for
 * other tools.
 */
export function keyText(key: string): string {
  return plain.test(key) && key.trimEnd() === key && !otherThanText.test(key) ? key : doubleQuoted(key);
}

function doubleQuoted(value: string): string {
  // JSON strings are YAML double-quoted scalars; other line ends than its own are line ends for some readers.
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isPrintable(value: string): boolean {
  return !/\p{Cc}/u.test(value);
}
