/** Text from a catalogue or a manifest, shown as it is whatever it contains. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&').replace(/\r?\n/g, '  \n');
}

/** An id or a path. */
export function code(text: string): string {
  return text.includes('`') ? plain(text) : `\`${text}\``;
}

/** A picture at a width that a hover has room for, in VS Code's own form. @param uri percent-encoded */
export function picture(uri: string): string {
  return `![](${uri.replaceAll('(', '%28').replaceAll(')', '%29')}|width=320)`;
}

/** Paragraphs, without the absent ones. */
export function paragraphs(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join('\n\n');
}

export function bullets(lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : lines.map((line) => `- ${line}`).join('\n');
}

/** One line of our own Markdown as the text that a reader sees: for views that show no Markdown. */
export function unmarked(line: string): string {
  return line.replace(
    /\\([\\`*_{}[\]<>#|~!])|`([^`]*)`|\*+/g,
    (_all, escaped?: string, quoted?: string) => escaped ?? quoted ?? '',
  );
}

/** The same of a line that begins with a label in bold; without one the label is empty. */
export function labelAndValue(line: string): { readonly label: string; readonly value: string } {
  const found = /^\*\*(.+?)\*\*\s?:\s(.*)$/s.exec(line);
  if (!found) return { label: '', value: unmarked(line) };
  return { label: unmarked(found[1] ?? ''), value: unmarked(found[2] ?? '') };
}
