/** Words that YAML readers take for something else than text. */
const special =
  /^(?:~|null|true|false|yes|no|on|off|[-+]?[0-9]+(?:\.[0-9]*)?(?:e[-+]?[0-9]+)?|0x[0-9a-f]+|[-+]?\.[0-9]+|\.(?:inf|nan))$/i;

/** A text as a YAML scalar that stands in block and in flow style alike: plain when that is safe, else double-quoted. */
export function yamlText(text: string): string {
  const safe = /^[\p{L}\p{N}/._~][\p{L}\p{N} /._~'’()+=@$-]*$/u.test(text) && !text.endsWith(' ');
  return safe && !special.test(text) ? text : JSON.stringify(text);
}
