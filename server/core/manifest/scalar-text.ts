/** Characters that no YAML file may hold, or that end a line for some readers. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;
/** Safe without quotes anywhere, flow collections included. */
const plain = /^[\p{L}\p{N}_./][^:#,?[\]{}]*$/u;
/**
 * What some reader takes for a number, a truth, nothing, a date or the end of the document. YAML 1.1 knows more of them than
 * 1.2 (`no`, `y`, `0b1`, `1_000`, dates), and its readers are still the most common ones.
 * @see https://yaml.org/type/ and https://yaml.org/spec/1.2.2/#103-core-schema
 */
const otherThanText =
  /^(?:[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|0[box][\da-f_]+|\d{4}-\d\d?-\d\d?.*|\.inf|\.nan|\.\.\.|null|true|false|yes|no|on|off|y|n)$/i;

/**
 * YAML source of a value or a key, which every reader, of YAML 1.1 or 1.2, takes for this text: as it is where that is safe, in block
 * and in flow collections alike, else between quotes. `1.1` and `1.10` are two keys for us and one number for other readers.
 * @param like the source that it replaces: its way of quoting is kept
 */
export function scalarText(value: string, like = ''): string {
  if (like.startsWith('"')) return doubleQuoted(value);
  if (like.startsWith("'") && !unprintable.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return isSafe(value) ? value : doubleQuoted(value);
}

function isSafe(value: string): boolean {
  return plain.test(value) && value.trimEnd() === value && !unprintable.test(value) && !otherThanText.test(value);
}

function doubleQuoted(value: string): string {
  // JSON strings are YAML double-quoted scalars, but for characters that only YAML wants escaped.
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
