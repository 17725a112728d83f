/**
 * The name that a configuration of git gives its user; undefined where it gives none. Read as far as git's own syntax needs for
 * that: sections, comments, quotes.
 */
export function gitUserName(text: string): string | undefined {
  let isUser = false;
  let name: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const section = /^\s*\[\s*([\w.-]+)\s*(?:"[^"]*"\s*)?\]/.exec(line);
    if (section) isUser = section[1]?.toLowerCase() === 'user' && !line.includes('"');
    const value = isUser ? /^\s*(?:\[[^\]]*\]\s*)?name\s*=(.*)$/i.exec(line)?.[1] : undefined;
    // The last one counts.
    if (value !== undefined) name = unquoted(value);
  }
  return name === undefined || name === '' ? undefined : name;
}

function unquoted(value: string): string {
  const plain = /^"((?:[^"\\]|\\.)*)"/.exec(value.trim())?.[1];
  if (plain !== undefined) return plain.replace(/\\(.)/g, '$1').trim();
  return (value.split(/[#;]/, 1)[0] ?? '').trim();
}
