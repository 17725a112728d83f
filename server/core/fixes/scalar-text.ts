/** Safe without quotes anywhere, flow collections included. */
const plain = /^[\p{L}\p{N}_./][^:#,[\]{}&*!|>'"%@`\p{Cc}]*$/u;
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
  return keyText(value) === value && !otherThanText.test(value) ? value : doubleQuoted(value);
}

/** YAML source of a key: as it is where that is safe, else quoted. */
export function keyText(key: string): string {
  return plain.test(key) && key.trimEnd() === key ? key : doubleQuoted(key);
}

function doubleQuoted(value: string): string {
  // JSON strings are YAML double-quoted scalars.
  return JSON.stringify(value);
}

function isPrintable(value: string): boolean {
  return !/\p{Cc}/u.test(value);
}
